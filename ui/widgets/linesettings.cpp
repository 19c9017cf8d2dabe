#include "ui/widgets/linesettings.h"

namespace zsb {

QStringView meteredChoiceId(MeteredChoice choice)
{
    switch (choice) {
    case MeteredChoice::Automatic:
        return u"automatic";
    case MeteredChoice::Always:
        return u"always";
    case MeteredChoice::Never:
        return u"never";
    }
    return u"automatic";
}

MeteredChoice meteredChoiceFromId(QStringView id)
{
    for (const MeteredChoice choice : {MeteredChoice::Always, MeteredChoice::Never}) {
        if (id == meteredChoiceId(choice))
            return choice;
    }
    return MeteredChoice::Automatic;
}

} // namespace zsb
