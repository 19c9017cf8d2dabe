#!/usr/bin/python3
"""What a plain script does with python3-opencv: face, eyes, size and the mean of the background. Prints CPU seconds."""
import os
import sys
import time

import cv2

cv2.setNumThreads(1)
HAAR = '/usr/share/opencv4/haarcascades/'
faces = cv2.CascadeClassifier(HAAR + 'haarcascade_frontalface_default.xml')
eyes = cv2.CascadeClassifier(HAAR + 'haarcascade_eye.xml')
if faces.empty() or eyes.empty():
    sys.exit('no cascades')
stopped = count = 0
began = time.process_time()
for name in sorted(os.listdir(sys.argv[1])):
    image = cv2.imread(os.path.join(sys.argv[1], name))
    if image is None:
        continue
    count += 1
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    found = faces.detectMultiScale(grey, 1.1, 5)
    height, width = grey.shape
    fine = len(found) == 1 and 90 <= width <= 480 and 100 <= height <= 720
    if fine:
        x, y, w, h = found[0]
        fine = len(eyes.detectMultiScale(grey[y:y + h, x:x + w], 1.1, 5)) >= 2 and .3 <= h / height <= .7
        fine = fine and image[:height // 10].mean() > 225
    stopped += not fine
spent = time.process_time() - began
print(f'files {count}\ncpu {spent:.3f}\nstopped {stopped}')
