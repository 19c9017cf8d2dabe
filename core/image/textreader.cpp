#include "core/image/textreader.h"

#ifdef ZSB_TESSERACT
#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>
#endif

namespace zsb {

#ifdef ZSB_TESSERACT

namespace {

using Engine = tesseract::TessBaseAPI;

std::unique_ptr<Engine> engineFor(const char *language)
{
    auto engine = std::make_unique<Engine>();
    if (engine->Init(nullptr, language, tesseract::OEM_LSTM_ONLY) != 0)
        return nullptr;
    engine->SetVariable("debug_file", "/dev/null");
    return engine;
}

} // namespace

struct TextReader::Engines
{
    std::unique_ptr<Engine> chinese;
    std::unique_ptr<Engine> digits; ///< reads 0–9 and X; null: the Chinese one does
};

bool TextReader::isBuilt()
{
    return true;
}

Result<std::unique_ptr<TextReader>> TextReader::open()
{
    setMsgSeverity(L_SEVERITY_NONE); // its words on the error stream name no file, and what was read says more
    auto engines = std::make_unique<Engines>();
    engines->chinese = engineFor("chi_sim");
    if (!engines->chinese)
        return Error{ErrorCode::NotFound, "text reader: no chi_sim data"};
    engines->digits = engineFor("eng");
    return std::unique_ptr<TextReader>(new TextReader(std::move(engines)));
}

std::vector<ReadWord> TextReader::read(const GreyView &picture, TextKind kind, TextShape shape)
{
    const bool isDigits = kind == TextKind::Digits;
    Engine &engine = isDigits && d->digits ? *d->digits : *d->chinese;
    engine.SetVariable("tessedit_char_whitelist", isDigits ? "0123456789X" : "");
    engine.SetPageSegMode(shape == TextShape::Line ? tesseract::PSM_SINGLE_LINE : tesseract::PSM_SPARSE_TEXT);
    engine.SetImage(picture.pixels, picture.width, picture.height, 1, int(picture.stride));
    engine.SetSourceResolution(300);
    std::vector<ReadWord> words;
    if (engine.Recognize(nullptr) == 0) {
        const std::unique_ptr<tesseract::ResultIterator> each(engine.GetIterator());
        int line = -1;
        while (each) {
            if (each->IsAtBeginningOf(tesseract::RIL_TEXTLINE))
                ++line;
            const std::unique_ptr<char[]> text(each->GetUTF8Text(tesseract::RIL_WORD));
            int left = 0;
            int top = 0;
            int right = 0;
            int bottom = 0;
            if (text && each->BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom))
                words.push_back({text.get(), double(each->Confidence(tesseract::RIL_WORD)), line, left, top,
                                 right - left, bottom - top});
            if (!each->Next(tesseract::RIL_WORD))
                break;
        }
    }
    engine.Clear();
    return words;
}

#else

struct TextReader::Engines
{
};

bool TextReader::isBuilt()
{
    return false;
}

Result<std::unique_ptr<TextReader>> TextReader::open()
{
    return Error{ErrorCode::NotFound, "text reader: not built in"};
}

std::vector<ReadWord> TextReader::read(const GreyView &, TextKind, TextShape)
{
    return {};
}

#endif

TextReader::TextReader(std::unique_ptr<Engines> engines) : d(std::move(engines)) {}
TextReader::~TextReader() = default;

} // namespace zsb
