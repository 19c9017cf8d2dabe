#include "core/protocol/op.h"
#include "core/protocol/wirecodec.h"

ZSB_WIRE(Op)
ZSB_WIRE(OpBatch)
ZSB_WIRE(OpAnswer)
ZSB_WIRE(OpAnswers)
