#include "core/demo/slotpictures.h"

#include "core/demo/drawcards.h"
#include "core/demo/drawcertificates.h"
#include "core/demo/drawform.h"

#include <array>

namespace zsb {
namespace {

struct CardOfSlot
{
    std::string_view slot;
    QImage (*draw)(DrawDesk &, const PaperFacts &, const QImage &);
};

struct LetterOfSlot
{
    std::string_view slot;
    Certificate (*write)(const PaperFacts &);
};

constexpr std::array cards = {CardOfSlot{"student_card", drawStudentCard},
                              CardOfSlot{"discharge_certificate", drawDischargePaper},
                              CardOfSlot{"id_card", drawIdCard}};
constexpr std::array letters = {LetterOfSlot{"diploma", diplomaOf},
                                LetterOfSlot{"enrolment_statement", enrolmentProofOf},
                                LetterOfSlot{"grassroots_certificate", serviceProofOf},
                                LetterOfSlot{"western_certificate", serviceProofOf},
                                LetterOfSlot{"award_certificate", awardCertificateOf},
                                LetterOfSlot{"award_statement", schoolStatementOf},
                                LetterOfSlot{"poverty_proof", povertyProofOf}};

} // namespace

QImage drawForSlot(DrawDesk &desk, const MaterialSlot &slot, const PaperFacts &facts, const QImage &portrait,
                   bool collegeOpinion)
{
    for (const CardOfSlot &card : cards) {
        if (card.slot == slot.id)
            return card.draw(desk, facts, portrait);
    }
    if (!slot.form.empty())
        return drawForm(desk, facts, portrait, {.collegeOpinion = collegeOpinion});
    for (const LetterOfSlot &letter : letters) {
        if (letter.slot == slot.id)
            return drawCertificate(desk, letter.write(facts), facts.seed, portrait);
    }
    Certificate certificate = enrolmentProofOf(facts);
    certificate.title = slot.name.zh;
    return drawCertificate(desk, certificate, facts.seed);
}

} // namespace zsb
