# Compiler settings, per target, with their reasons. Nothing global but where CMake or Qt leave no choice.

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)   # Qt is built with -reduce-relocations; also lets one PCH serve all
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(ZSB_CCACHE ccache)
if(ZSB_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # A precompiled header needs its sloppiness; time stamps and the folder differ in every clone.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1
        CCACHE_DEPEND=1 "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime" ${ZSB_CCACHE})
endif()

find_program(ZSB_LLD ld.lld)   # two hundred programs are linked: a fifth of the time of GNU ld

function(zsb_flags target)
    target_compile_features(${target} PUBLIC cxx_std_20)
    target_compile_definitions(${target} PRIVATE
        QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
        QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
        QT_DISABLE_DEPRECATED_BEFORE=0x060400)
    if(MSVC)
        target_compile_options(${target} PRIVATE /W4 /utf-8 /permissive-)
    else()
        target_compile_options(${target} PRIVATE
            -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
            -Wconversion -Wno-sign-conversion -Werror=switch -Werror=return-type)
        if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
            target_compile_options(${target} PRIVATE -fpch-preprocess)   # for ccache
            # GCC 12 warns of overflows inside std::string's own operator+ that cannot happen (GCC bugs 105329, 105651).
            target_compile_options(${target} PRIVATE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds
                -Wno-maybe-uninitialized)   # of std::variant when a function is inlined (GCC bug 80635)
        else()
            target_compile_options(${target} PRIVATE -Xclang -fno-pch-timestamp)   # for ccache
        endif()
    endif()
    if(ZSB_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    if(ZSB_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=${ZSB_SANITIZE} -fno-sanitize-recover=all
            -fno-omit-frame-pointer)
        target_link_options(${target} PUBLIC -fsanitize=${ZSB_SANITIZE})
    endif()
    if(ZSB_LLD AND NOT MSVC)
        target_link_options(${target} PUBLIC -fuse-ld=lld)
    endif()
    # What a fuzzer sees of the way an input took: only in what reads foreign bytes, since it costs the build and every
    # comparison of the tests. The flags of -fsanitize=fuzzer-no-link, which a precompiled header without it refuses.
    if(ZSB_FUZZ AND target MATCHES "^(zsb_(base|crypto|domain|protocol|policy|image|exchange|batch|http|fuzztargets)|fuzz_[a-z]+)$")
        target_compile_options(${target} PRIVATE
            -fsanitize-coverage=inline-8bit-counters,indirect-calls,trace-cmp,pc-table)
    endif()
endfunction()

# Tests are compiled oftener than they run: a build spends its time on what is delivered.
function(zsb_test_flags target)
    zsb_flags(${target})
    if(NOT MSVC)
        target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1> $<$<CONFIG:Debug>:-O0>)
    endif()
endfunction()

# The files of a target compiled eight at a time where ZSB_UNITY is on: what they include is read once for all of them.
# ALONE names files whose own names (those in an unnamed namespace) another file has too; alone stays as well what lies in
# a subfolder, as every rule does.
function(zsb_unite target)
    cmake_parse_arguments(PARSE_ARGV 1 A "" "" "ALONE")
    if(NOT ZSB_UNITY)
        return()
    endif()
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "/")
    set_source_files_properties(${A_ALONE} ${sources} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")   # it takes what is included for a header that others include too
        target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
    endif()
endfunction()

# What the units of a target include most, told by the modules it is made of: `store` (the store and its rules cost
# three seconds in each of a hundred units), `window` (Qt Widgets), both, or nothing but Qt Core.
function(_zsb_pch_parts out)
    set(parts "")
    if(ARGN MATCHES "(^|;)(storage|sync|server|serverapp|sim|appcommon|ui_review|ui_exchange|ui_sync|appdesktop)(;|$)")
        list(APPEND parts store)
    endif()
    if(ARGN MATCHES "(^|;)(ui_(widgets|shell|home|review|exchange|sync)|appdesktop)(;|$)")
        list(APPEND parts window)
    endif()
    set(${out} "${parts}" PARENT_SCOPE)
endfunction()

# Precompiled headers, each made once and reused by every target of its kind: zsb_use_pch(target [TEST] module…), the
# modules being itself and what it depends on. TEST: with the flags of tests.
function(zsb_use_pch target)
    if(NOT ZSB_PCH)
        return()
    endif()
    cmake_parse_arguments(PARSE_ARGV 1 A "TEST" "" "")
    list(TRANSFORM A_UNPARSED_ARGUMENTS REPLACE "^zsb::" "")
    _zsb_pch_parts(parts ${A_UNPARSED_ARGUMENTS})
    if(A_TEST)
        list(APPEND parts test)
    endif()
    list(PREPEND parts zsb_pch)
    list(JOIN parts _ pch)
    if(NOT TARGET ${pch})
        _zsb_make_pch(${pch} ${parts})
    endif()
    target_precompile_headers(${target} REUSE_FROM ${pch})
endfunction()

function(_zsb_make_pch pch)
    file(WRITE "${CMAKE_BINARY_DIR}/${pch}.cpp" "")
    add_library(${pch} STATIC "${CMAKE_BINARY_DIR}/${pch}.cpp")
    target_link_libraries(${pch} PUBLIC Qt6::Core)
    if("test" IN_LIST ARGN)
        zsb_test_flags(${pch})
    else()
        zsb_flags(${pch})
    endif()
    target_precompile_headers(${pch} PRIVATE
        <QByteArray> <QDate> <QDateTime> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList>
        <QObject> <QString> <QStringList> <QVariant> <functional> <map> <memory> <optional> <span>
        <string> <string_view> <variant> <vector>)
    if("test" IN_LIST ARGN)   # what QTest includes; itself it reads otherwise in every folder
        target_precompile_headers(${pch} PRIVATE
            <QAbstractItemModel> <QBitArray> <QCborArray> <QCborMap> <QCoreApplication> <QDir> <QFile> <QRect> <QSharedPointer>
            <QTemporaryDir> <QThread> <QUrl> <QUuid>)
    endif()
    if("store" IN_LIST ARGN)
        target_link_libraries(${pch} PUBLIC Qt6::Sql)
        target_include_directories(${pch} PRIVATE "${PROJECT_SOURCE_DIR}")
        target_precompile_headers(${pch} PRIVATE
            "${PROJECT_SOURCE_DIR}/core/rules/rulebook.h" "${PROJECT_SOURCE_DIR}/core/storage/batch.h"
            "${PROJECT_SOURCE_DIR}/core/storage/store.h")
    endif()
    if("window" IN_LIST ARGN)
        target_link_libraries(${pch} PUBLIC Qt6::Gui Qt6::Widgets)
        target_precompile_headers(${pch} PRIVATE
            <QApplication> <QComboBox> <QDialog> <QKeyEvent> <QLabel> <QLineEdit> <QListView> <QPainter> <QPushButton>
            <QStackedWidget> <QStyledItemDelegate> <QTableView> <QTimer> <QToolButton> <QVBoxLayout> <QWidget>)
    endif()
endfunction()
