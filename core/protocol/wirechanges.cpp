#include "core/protocol/changes.h"
#include "core/protocol/leases.h"
#include "core/protocol/notices.h"
#include "core/protocol/wirecodec.h"

ZSB_WIRE(CheckpointNote)
ZSB_WIRE(ChangesPage)
ZSB_WIRE(Reconcile)
ZSB_WIRE(ReconcileAnswer)
ZSB_WIRE(LeaseRequest)
ZSB_WIRE(LeaseAnswer)
ZSB_WIRE(NoticePage)
ZSB_WIRE(NoticesRead)
