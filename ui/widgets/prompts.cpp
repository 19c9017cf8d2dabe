#include "ui/widgets/prompts.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace zsb {

void DialogPrompts::askForPath(QWidget *parent, const FileQuestion &question, std::function<void(const QString &)> then)
{
    auto *dialog = new QFileDialog(parent, question.title, question.start, question.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto say = [dialog](QFileDialog::DialogLabel label, const char *text) {
        dialog->setLabelText(label, QCoreApplication::translate("zsb::Prompts", text));
    };
    say(QFileDialog::LookIn, QT_TRANSLATE_NOOP("zsb::Prompts", "位置："));
    say(QFileDialog::FileName, QT_TRANSLATE_NOOP("zsb::Prompts", "名称(&N)："));
    say(QFileDialog::FileType, QT_TRANSLATE_NOOP("zsb::Prompts", "类型："));
    say(QFileDialog::Accept, QT_TRANSLATE_NOOP("zsb::Prompts", "选定(&O)"));
    say(QFileDialog::Reject, QT_TRANSLATE_NOOP("zsb::Prompts", "取消(&C)"));
    if (question.write) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setFileMode(QFileDialog::AnyFile);
    } else {
        dialog->setFileMode(question.filter.isEmpty() ? QFileDialog::Directory : QFileDialog::ExistingFile);
    }
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
