#include "core/server/accountforms.h"

#include "core/base/text.h"
#include "core/crypto/password.h"
#include "core/rules/personkeys.h"
#include "core/server/accountrules.h"
#include "core/server/answers.h"
#include "core/server/server.h"
#include "core/storage/sharedlookup.h"

namespace zsb {

std::variant<CheckedForm, HttpResponse> checkedForm(AccountForm form, const Call &call, Reader &reader,
                                                    bool numberTwice)
{
    const ServerParts &parts = reader.parts();
    FormProblems problems =
        problemsOf(form, *parts.book, {.passwordLeast = parts.config.candidates.passwordLeast}, call.now, numberTwice);
    if (!problems.empty())
        return problemResponse(ProblemType::Unprocessable, "form", std::move(problems));
    Result<std::string> line = hashPassword(composedPassword(form.password), serviceCost, parts.random);
    if (!line)
        return problemResponse(line.error());
    CheckedForm checked;
    checked.document = documentIndex(form.documentType, form.documentNumber, reader.pack(), reader.store().codec());
    checked.phone = reader.store().codec().lookupKey("phone", phoneKey(form.phone));
    form.phone = phoneKey(form.phone);
    form.documentNumber = codeKey(form.documentNumber);
    form.password.clear();
    form.passwordAgain.clear();
    checked.form = std::move(form);
    checked.passwordLine = *std::move(line);
    checked.address = call.request.peerAddress;
    return checked;
}

} // namespace zsb
