#!/usr/bin/python3
"""Learns core/image/learnedjudges.cpp: which patches of oriented gradients are closed eyes, which are glasses.

usage: learnpatches.py FOLDER POINTS OUT.cpp

FOLDER holds labels.csv (file, code, expected, ident) and the pictures; POINTS is what `imagebench points FOLDER`
prints. Glasses are also drawn over faces without any. Before it writes, it learns from each half of the people and
prints how the other half is told: those are the figures of docs/portrait-measures.md.
Needs python3-opencv and python3-numpy; the features are those of core/image/gradientpatch.cpp.
"""
import csv
import sys

import cv2
import numpy as np

cv2.setNumThreads(1)
WIDTH, HEIGHT, EYE_ROW, EYES_APART = 192, 208, 82, 60          # FaceCrop
EYE = dict(width=40, height=28, cell=4, ground=400.0, penalty=3.0)
GLASSES = dict(width=168, height=72, cell=8, ground=2000.0, penalty=5.0)
NO_FACE = {'no_face', 'rot90', 'exif_rotated', 'two_faces', 'truncated'}
ANGLES = np.arange(9) * np.pi / 9
COS, SIN = np.cos(ANGLES).astype(np.float32), np.sin(ANGLES).astype(np.float32)
MIRROR = ([*range(16, -1, -1)] + [*range(26, 16, -1)] + [*range(27, 31)] + [*range(35, 30, -1)] +
          [45, 44, 43, 42, 47, 46, 39, 38, 37, 36, 41, 40] + [*range(48, 68)])
FRAMES = [(25, 25, 25), (40, 60, 100), (190, 195, 200), (90, 170, 200), (175, 180, 185), (150, 155, 160)]
random = np.random.default_rng(2)


def crop(image, points):
    left, right = (points[36] + points[39]) / 2, (points[42] + points[45]) / 2
    across = right - left
    angle, scale = np.arctan2(across[1], across[0]), EYES_APART / max(1, np.hypot(*across))
    middle, c, s = (left + right) / 2, scale * np.cos(angle), scale * np.sin(angle)
    turn = np.array([[c, s, WIDTH / 2 - (c * middle[0] + s * middle[1])],
                     [-s, c, EYE_ROW - (-s * middle[0] + c * middle[1])]])
    how = cv2.INTER_AREA if scale < .6 else cv2.INTER_LINEAR
    face = cv2.warpAffine(image, turn, (WIDTH, HEIGHT), flags=how, borderMode=cv2.BORDER_REPLICATE)
    return cv2.cvtColor(face, cv2.COLOR_BGR2GRAY), points @ turn[:, :2].T + turn[:, 2]


def features(patch, kind):
    cell = kind['cell']
    f = np.pad(patch.astype(np.float32), 1, mode='edge')
    across, down = f[1:-1, 2:] - f[1:-1, :-2], f[2:, 1:-1] - f[:-2, 1:-1]
    axis = np.abs(across[..., None] * COS + down[..., None] * SIN).argmax(-1)
    strength = np.sqrt(across * across + down * down)
    rows, columns = patch.shape[0] // cell, patch.shape[1] // cell
    at = (np.arange(patch.shape[0]) // cell)[:, None] * columns + (np.arange(patch.shape[1]) // cell)[None, :]
    cells = np.zeros((rows, columns, 9), np.float32)
    np.add.at(cells.reshape(-1), (at * 9 + axis).reshape(-1), strength.reshape(-1))
    energy = np.pad((cells ** 2).sum(-1), 1, mode='edge')
    out = np.zeros_like(cells)
    for dy in (0, 1):
        for dx in (0, 1):
            block = sum(energy[dy + a:dy + a + rows, dx + b:dx + b + columns] for a in (0, 1) for b in (0, 1))
            out += np.minimum(cells / np.sqrt(block + kind['ground'])[..., None], .3) / 4
    return out.reshape(-1)


def shaken(points, share):
    return points + random.normal(0, share * np.hypot(*(points[45] - points[36])), 2) if share else points


def eye_features(image, points, shake):
    grey, at = crop(image, shaken(points, shake))
    for first, mirrored in ((36, False), (42, True)):
        x, y = np.floor(at[first:first + 6].mean(0)).astype(int) - (EYE['width'] // 2, EYE['height'] // 2)
        if x >= 0 and y >= 0 and x + EYE['width'] <= WIDTH and y + EYE['height'] <= HEIGHT:
            patch = grey[y:y + EYE['height'], x:x + EYE['width']]
            yield mirrored, features(patch[:, ::-1] if mirrored else patch, EYE)


def glasses_features(image, points, shake):
    grey, _ = crop(image, shaken(points, shake))
    x, y = (WIDTH - GLASSES['width']) // 2, EYE_ROW - 32
    return features(grey[y:y + GLASSES['height'], x:x + GLASSES['width']], GLASSES)


def with_glasses(image, points):
    """Frames of any of six colours and two shapes, thick to hardly there."""
    left, right = points[36:42].mean(0), points[42:48].mean(0)
    apart = np.hypot(*(right - left))
    u = (right - left) / apart
    n = np.array([-u[1], u[0]])
    kind = int(random.choice([0, 1, 2, 3, 4, 5, 5, 5]))
    colour = tuple(int(np.clip(v + random.normal(0, 15), 0, 255)) for v in FRAMES[kind])
    thick = apart * (random.uniform(.012, .03) if kind > 1 else random.uniform(.03, .08))
    opaque = random.uniform(.2, .6) if kind == 5 else random.uniform(.7, 1)
    rx, ry, drop = apart * random.uniform(.36, .46), apart * random.uniform(.24, .36), apart * random.uniform(-.03, .1)
    power = random.choice([1, .5])                             # ellipse or rounded rectangle
    twice = cv2.resize(image, None, fx=2, fy=2, interpolation=cv2.INTER_LINEAR)
    layer, line = twice.copy(), max(1, int(round(2 * thick)))

    def at(point):
        return tuple(int(v) for v in np.round(2 * point))
    for eye, side in ((left, -1), (right, 1)):
        centre = eye + n * drop
        rim = [centre + u * np.sign(np.cos(a)) * abs(np.cos(a)) ** power * rx +
               n * np.sign(np.sin(a)) * abs(np.sin(a)) ** power * ry
               for a in np.linspace(0, 2 * np.pi, 48, endpoint=False)]
        cv2.polylines(layer, [np.int32(np.round(2 * np.array(rim)))], True, colour, line, cv2.LINE_AA)
        hinge = centre + u * side * rx
        cv2.line(layer, at(hinge), at(hinge + u * side * apart * .4 + n * random.uniform(-.1, .02) * apart), colour,
                 max(1, int(line * .8)), cv2.LINE_AA)
    cv2.line(layer, at(left + n * drop + u * rx), at(right + n * drop - u * rx), colour, line, cv2.LINE_AA)
    mixed = cv2.addWeighted(layer, opaque, twice, 1 - opaque, 0)
    small = cv2.resize(mixed, (image.shape[1], image.shape[0]), interpolation=cv2.INTER_AREA)
    return cv2.imdecode(cv2.imencode('.jpg', small, [1, int(random.integers(75, 95))])[1], 1)


class Samples:
    def __init__(self, kind):
        self.kind, self.x, self.y, self.weight, self.row, self.seen = kind, [], [], [], [], []

    def add(self, x, y, weight, row, seen):
        for to, what in zip((self.x, self.y, self.weight, self.row, self.seen), (x, y, weight, row, seen)):
            to.append(what)

    def learn(self, chosen):
        x, y, w = (np.array(v, float)[chosen] for v in (self.x, self.y, self.weight))
        mean, level = (x * w[:, None]).sum(0) / w.sum(), (y * w).sum() / w.sum()
        xc = x - mean
        b = xc.T @ np.linalg.solve(xc @ xc.T + self.kind['penalty'] * np.diag(1 / w), y - level)
        return b, level - mean @ b

    def tell(self, half, name):
        """Learns from one half, judges the other; the figure of a picture is its highest."""
        side, highest = np.array([half[r['ident']] for r in self.row]), {}
        for h in (0, 1):
            b, offset = self.learn((side != h) & (np.array(self.weight) > 0))
            for i in np.flatnonzero((side == h) & np.array(self.seen)):
                score = float(np.array(self.x[i]) @ b + offset)
                file = self.row[i]['file']
                highest[file] = max(highest.get(file, (-9,))[0], score), self.row[i]
        kinds = {}
        for score, row in highest.values():
            kinds.setdefault('good' if row['expected'] == 'pass' else row['code'], []).append(score)
        for code, scores in sorted(kinds.items()):
            if code == 'good' or code.startswith(name):
                print(f'{code:18} {sum(s > 0 for s in scores)} of {len(scores)} above 0; highest '
                      f'{max(scores):.2f}, lowest {min(scores):.2f}')
        others = [s for code, v in kinds.items() for s in v if code != 'good' and not code.startswith(('eye', 'glasses', 'hair'))]
        print(f'other defects      {sum(s > 0 for s in others)} of {len(others)} above 0')


def collect(folder, points):
    eyes, glasses = Samples(EYE), Samples(GLASSES)
    for row in csv.DictReader(open(folder + '/labels.csv', encoding='utf-8')):
        code, at = row['code'], points.get(row['file'])
        image = cv2.imread(folder + '/' + row['file'], cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION)
        if image is None or at is None or code in NO_FACE:
            continue
        is_eye, is_glasses, is_hair = code.startswith('eye'), code.startswith('glasses'), code.startswith('hair')
        for i in range(4 if is_eye else 2):
            for mirrored, x in eye_features(image, at, .012 if i else 0):
                closed = is_eye and not (code == 'eye_one_closed' and mirrored)
                hidden = is_glasses or is_hair
                eyes.add(x, 1 if closed else -1, 0 if hidden else 6 if closed else 1, row, i == 0)
        if is_hair or code == 'glasses_sun':
            continue
        y, weight = (1, 3) if is_glasses else (-1, 1)
        flipped = np.stack([image.shape[1] - 1 - at[:, 0], at[:, 1]], 1)[MIRROR]
        glasses.add(glasses_features(image, at, 0), y, weight, row, True)
        glasses.add(glasses_features(image, at, .015), y, weight, row, False)
        glasses.add(glasses_features(image[:, ::-1].copy(), flipped, 0), y, weight, row, False)
        for _ in range(0 if is_glasses or is_eye else 3):
            glasses.add(glasses_features(with_glasses(image, at), at, .01), 1, .25, row, False)
    return eyes, glasses


def judge(name, samples, brief):
    b, offset = samples.learn(np.array(samples.weight) > 0)
    step = float(np.abs(b).max() / 127)
    whole = np.round(b / step).astype(int)
    kind, lines = samples.kind, []
    for i in range(0, len(whole), 18):
        lines.append('    ' + ', '.join(str(v) for v in whole[i:i + 18]) + ',')
    return f'''/// {brief}
constexpr std::array<std::int8_t, {len(whole)}> {name}Weights = {{
''' + '\n'.join(lines) + f'''
}};
constexpr PatchJudge {name} = {{.width = {kind['width']},
    .height = {kind['height']},
    .cell = {kind['cell']},
    .ground = {kind['ground']:.1f}F,
    .step = {step:.7g}F,
    .offset = {offset:.5g}F,
    .weights = {name}Weights}};
'''


def main():
    folder, points_file, out = sys.argv[1:]
    points = {}
    for line in open(points_file, encoding='utf-8'):
        name, *numbers = line.split()
        points[name] = np.array([float(v) for v in numbers]).reshape(68, 2)
    eyes, glasses = collect(folder, points)
    people = sorted({row['ident'] for row in eyes.row})
    half = {name: i % 2 for i, name in enumerate(people)}
    eyes.tell(half, 'eye')
    glasses.tell(half, 'glasses')
    with open(out, 'w', encoding='utf-8') as file:
        file.write('''// Written by tests/bench/image/learnpatches.py, do not edit. Learned on synthetic portraits made from the Face Research
// Lab London Set (DeBruine and Jones 2017, CC BY 4.0), changed: see docs/portrait-measures.md.
#include "core/image/gradientpatch.h"

#include <array>

namespace zsb {
namespace {

// clang-format off
''' + judge('closedEye', eyes, 'A left eye, mean of its six points in the middle: closed or half closed.') + '\n' +
                   judge('glasses', glasses, 'The eyes with bridge and temples.') + '''// clang-format on

} // namespace

const PatchJudge &closedEyeJudge()
{
    return closedEye;
}

const PatchJudge &glassesJudge()
{
    return glasses;
}

} // namespace zsb
''')


if __name__ == '__main__':
    main()
