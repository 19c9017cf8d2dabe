#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace zsb {

/// What is asked when a file or folder is to be chosen.
struct FileQuestion
{
    QString title;
    QString filter;     ///< `表格 (*.csv *.xlsx)`; empty: a folder is asked for
    QString start;      ///< folder to begin in
    bool write = false; ///< a file to be made
};

/// Short questions to the user. Behind an interface, so that tests and scripted walks answer without modal tricks.
/// Never blocks: the answer comes to `then`, on the GUI thread, and does not come at all when the user backs out.
class Prompts
{
public:
    Prompts() = default;
    Prompts(const Prompts &) = delete;
    Prompts &operator=(const Prompts &) = delete;
    virtual ~Prompts() = default;

    virtual void askForPath(QWidget *parent, const FileQuestion &question,
                            std::function<void(const QString &path)> then) = 0;
    virtual void confirm(QWidget *parent, const QString &title, const QString &text, const QString &action,
                         std::function<void()> then) = 0;
};

/// Asks with real dialogs.
class DialogPrompts : public Prompts
{
public:
    void askForPath(QWidget *parent, const FileQuestion &question,
                    std::function<void(const QString &path)> then) override;
    void confirm(QWidget *parent, const QString &title, const QString &text, const QString &action,
                 std::function<void()> then) override;
};

} // namespace zsb
