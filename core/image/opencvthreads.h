#pragma once

// Inside core/image only.
namespace zsb {

/// Keeps OpenCV on the thread that calls it: here every thread has a picture of its own. Whoever hands pixels over to
/// OpenCV asks for it before, any thread, as often as it likes: the library is told once, as it crashes now and then
/// when it is told again while another thread works in it (4.6 with TBB).
void keepOpenCvOnItsThread();

} // namespace zsb
