#pragma once

#include "core/domain/finding.h"
#include "core/image/portraitfit.h"
#include "core/image/portraitoverlay.h"
#include "core/image/sharedmodel.h"
#include "core/policy/pack.h"
#include "ui/review/pictureloader.h"

#include <QObject>

#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace zsb {

/// All that was measured on one portrait and what the pack's limits say of it (UX: hints, never a verdict).
struct PortraitStudy
{
    PortraitReading reading;
    PortraitOverlay overlay;
    std::vector<Finding> findings;
};

/// Measures portraits off the GUI thread and keeps the last ones by the hash of their bytes: asking ahead makes turning
/// to the next file instant. The landmark model is loaded with the first portrait. GUI thread only.
class PortraitStudies : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t kept = 64;

    /// `work`: memory that others who decode and measure share; null: nobody does.
    PortraitStudies(TaskRunner &tasks, PictureLoader::Read read, std::shared_ptr<const Pack> pack,
                    std::shared_ptr<SharedModel> model = std::make_shared<SharedModel>(),
                    std::shared_ptr<MemoryBudget> work = {}, QObject *parent = nullptr);
    ~PortraitStudies() override;

    /// The study if it is there; else null, and ready() follows once.
    const PortraitStudy *want(const std::string &sha256);
    [[nodiscard]] const PortraitStudy *peek(const std::string &sha256) const;
    /// A copy within the pack's limits, written below `folder` with where it comes from; fitted() follows. The portrait
    /// itself stays as it is.
    void fit(const std::string &sha256, const QString &folder);

signals:
    void ready(const std::string &sha256);
    void fitted(const QString &path, const QString &problem); ///< path: empty when nothing was written

private:
    class Workshop; ///< readers and the model, shared by the threads

    TaskRunner &m_tasks;
    PictureLoader::Read m_read;
    std::shared_ptr<Workshop> m_workshop;
    std::map<std::string, PortraitStudy> m_studies;
    std::list<std::string> m_order; ///< newest first
    std::set<std::string> m_running;
};

} // namespace zsb
