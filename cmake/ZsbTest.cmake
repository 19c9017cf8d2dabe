# zsb_test(name SOURCE … MODULES … [QT …] [LABELS …] [TIMEOUT s] [UNSANITIZED]): one Qt Test program, headless and
# deterministic. UNSANITIZED: a sanitizer would see nothing new in it, as in what lasts when a program
# is killed.
function(zsb_test name)
    cmake_parse_arguments(PARSE_ARGV 1 A "UNSANITIZED" "TIMEOUT" "SOURCE;MODULES;QT;LIBRARIES;LABELS")
    if(A_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "zsb_test(${name}): unknown arguments ${A_UNPARSED_ARGUMENTS}")
    endif()
    add_executable(${name} ${A_SOURCE})
    # Nothing of the build folder in what a test is compiled with (Qt would put it there): what is compiled alike for two
    # presets comes out of the compiler cache.
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests"
        QT_TESTCASE_BUILDDIR "${PROJECT_SOURCE_DIR}")
    _zsb_moc_test(${name} ${A_SOURCE})
    list(TRANSFORM A_MODULES PREPEND zsb::)
    list(TRANSFORM A_QT PREPEND Qt6::)
    target_link_libraries(${name} PRIVATE ${A_MODULES} ${A_QT} Qt6::Test ${A_LIBRARIES})
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}")
    target_compile_definitions(${name} PRIVATE ZSB_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    if(ZSB_SANITIZE)
        target_compile_definitions(${name} PRIVATE ZSB_SANITIZED) # its memory is not what it would be
    endif()
    zsb_test_flags(${name})
    zsb_use_pch(${name} TEST ${A_MODULES})
    if(NOT A_TIMEOUT)
        set(A_TIMEOUT 60)
    endif()
    if(ZSB_SANITIZE)
        math(EXPR A_TIMEOUT "${A_TIMEOUT} * 5")
    endif()
    if(NOT A_LABELS)
        set(A_LABELS unit)
    endif()
    if(ZSB_SANITIZE AND A_UNSANITIZED)
        return()
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${A_LABELS}" TIMEOUT ${A_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=Asia/Shanghai;QT_LOGGING_RULES=qt.qpa.*=false;ASAN_OPTIONS=detect_leaks=0")
endfunction()

# The one QObject of a test stands in its first source, which includes what moc makes of it. Asked for by name: AUTOMOC
# would look for more in every test, two steps and an empty unit each.
function(_zsb_moc_test name source)
    cmake_path(GET source STEM stem)
    set(made "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc")
    file(MAKE_DIRECTORY "${made}")
    qt_generate_moc("${source}" "${made}/${stem}.moc" TARGET ${name})
    target_sources(${name} PRIVATE "${made}/${stem}.moc")
    target_include_directories(${name} PRIVATE "${made}")
endfunction()

# zsb_test_on_postgres(name…): the same programs again, on the PostgreSQL server tests/support/postgres makes for this
# run of ctest; skipped where PostgreSQL is not installed. They find it by ZSB_TEST_DB, see tests/support/testdatabase.h.
# Not under a sanitizer: it has seen the same code with SQLite.
function(zsb_test_on_postgres)
    if(ZSB_SANITIZE)
        return()
    endif()
    set(server "${PROJECT_SOURCE_DIR}/tests/support/postgres")
    get_property(made GLOBAL PROPERTY zsb_postgres) # one for all folders: a second start would drop the first server
    if(NOT made)
        set_property(GLOBAL PROPERTY zsb_postgres ON)
        add_test(NAME postgres_start COMMAND ${server} start)
        add_test(NAME postgres_stop COMMAND ${server} stop)
        set_tests_properties(postgres_start PROPERTIES FIXTURES_SETUP postgres LABELS postgres TIMEOUT 180)
        set_tests_properties(postgres_stop PROPERTIES FIXTURES_CLEANUP postgres LABELS postgres TIMEOUT 60)
    endif()
    foreach(name IN LISTS ARGN)
        add_test(NAME ${name}_on_postgres COMMAND ${server} run $<TARGET_FILE:${name}>)
        set_tests_properties(${name}_on_postgres PROPERTIES LABELS postgres TIMEOUT 300
            FIXTURES_REQUIRED postgres SKIP_RETURN_CODE 77 ENVIRONMENT
            "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=Asia/Shanghai;ASAN_OPTIONS=detect_leaks=0")
    endforeach()
endfunction()
