#include "app/desktop/reviewers.h"

#include "ui/review/reviewwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace zsb {

namespace {

constexpr qsizetype mostReviewers = 20;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Reviewers)
};

} // namespace

ActorId actorOf(const QList<ReviewerEntry> &reviewers)
{
    return {reviewers.isEmpty() ? std::string("local") : reviewers.front().name.toStdString()};
}

Reviewer reviewerOf(const QList<ReviewerEntry> &reviewers, const Pack &pack, bool demo)
{
    Reviewer reviewer{actorOf(reviewers), demo ? Words::tr("演示审核员") : Words::tr("本机审核员"), {}};
    if (!reviewers.isEmpty())
        reviewer.name = reviewers.front().name;
    for (const Role &role : pack.review.roles) {
        const bool has = reviewers.isEmpty() ? !role.supervises : reviewers.front().roles.contains(qtext(role.id));
        if (has)
            reviewer.roles.push_back(role.id);
    }
    return reviewer;
}

QList<RoleChoice> roleChoices(const Pack &pack, Language language)
{
    QList<RoleChoice> choices;
    for (const Role &role : pack.review.roles)
        choices.append({qtext(role.id), qtext(role.name.in(language)), role.supervises});
    return choices;
}

QList<ReviewerEntry> withFirst(QList<ReviewerEntry> reviewers, const ReviewerEntry &first)
{
    reviewers.removeIf([&first](const ReviewerEntry &one) { return one.name == first.name; });
    reviewers.prepend(first);
    reviewers.resize(std::min(reviewers.size(), mostReviewers));
    return reviewers;
}

} // namespace zsb
