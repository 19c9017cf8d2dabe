#include "core/protocol/blobs.h"
#include "core/protocol/problem.h"
#include "core/protocol/rules.h"
#include "core/protocol/session.h"
#include "core/protocol/wirecodec.h"

ZSB_WIRE(Scope)
ZSB_WIRE(SignIn)
ZSB_WIRE(RefreshSession)
ZSB_WIRE(Session)
ZSB_WIRE(Enrol)
ZSB_WIRE(Enrolled)
ZSB_WIRE(Problem)
ZSB_WIRE(RulePack)
ZSB_WIRE(NewUpload)
ZSB_WIRE(UploadAnswer)
ZSB_WIRE(BlobBatch)
ZSB_WIRE(BlobStored)
ZSB_WIRE(BlobBatchAnswer)
