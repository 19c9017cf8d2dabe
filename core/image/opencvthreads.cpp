#include "core/image/opencvthreads.h"

#include <opencv2/core/utility.hpp>

namespace zsb {

void keepOpenCvOnItsThread()
{
    static const bool isTold = (cv::setNumThreads(1), true);
    (void)isTold;
}

} // namespace zsb
