#include "core/protocol/account.h"
#include "core/protocol/capture.h"
#include "core/protocol/payment.h"
#include "core/protocol/tasks.h"
#include "core/protocol/wirecodec.h"

ZSB_WIRE(AskCode)
ZSB_WIRE(CodeSent)
ZSB_WIRE(AccountForm)
ZSB_WIRE(AccountMade)
ZSB_WIRE(AccountSignIn)
ZSB_WIRE(AccountSession)
ZSB_WIRE(FindAccount)
ZSB_WIRE(AccountView)
ZSB_WIRE(AccountList)
ZSB_WIRE(AssistAccount)
ZSB_WIRE(NewCapture)
ZSB_WIRE(CaptureState)
ZSB_WIRE(CaptureAnswer)
ZSB_WIRE(AskPayment)
ZSB_WIRE(OrderView)
ZSB_WIRE(GatewayWord)
ZSB_WIRE(WordAnswer)
ZSB_WIRE(StatementAnswer)
ZSB_WIRE(TaskList)
