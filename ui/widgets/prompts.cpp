#include "ui/widgets/prompts.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace zsb {

void DialogPrompts::askForPath(QWidget *parent, const FileQuestion &question, std::function<void(const QString &)> then)
{
    auto *dialog = new QFileDialog(parent, question.title, question.start, question.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(question.filter.isEmpty() ? QFileDialog::Directory : QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(then));
    dialog->open();
}

void DialogPrompts::confirm(QWidget *parent, const QString &title, const QString &text, const QString &action,
                            std::function<void()> then)
{
    auto *box = new QMessageBox(QMessageBox::Question, title, text, QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *yes = box->addButton(action, QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(yes, &QPushButton::clicked, parent, std::move(then));
    box->open();
}

} // namespace zsb
