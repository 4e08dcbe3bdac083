# What a static program is made of: a software bill of materials (SPDX 2.3), and the terms of each library, as Debian's
# packages say them.

set(libraries
    # name      package           terms
    "yaml-cpp   libyaml-cpp-dev   MIT"
    "CLI11      libcli11-dev      BSD-3-Clause"
    "toml++     libtomlplusplus-dev MIT"
    "fmt        libfmt-dev        MIT"
    "utf8proc   libutf8proc-dev   MIT"
    "RapidJSON  rapidjson-dev     MIT"
    "cereal     libcereal-dev     BSD-3-Clause"
    "pugixml    libpugixml-dev    MIT"
    "nettle     nettle-dev        LGPL-3.0-or-later OR GPL-2.0-or-later"
    "libstdc++  libstdc++-12-dev  GPL-3.0-or-later WITH GCC-exception-3.1"
    "glibc      libc6-dev         LGPL-2.1-or-later")

# Writes hipaa-check.spdx.json and THIRD-PARTY-NOTICES to `folder`. `epoch`: seconds since 1970, the day of the document.
function(describe_libraries folder epoch)
    file(GLOB program ${folder}/../../../bin/hipaa-check)
    file(SHA256 ${program} digest)
    execute_process(COMMAND date -u -d @${epoch} +%Y-%m-%dT%H:%M:%SZ OUTPUT_VARIABLE created
        OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    set(packages "")
    set(relations "")
    set(notices "hipaa-check is under the MIT license, which is beside this file. These libraries are part of the program.\n")
    foreach(library IN LISTS libraries)
        string(REGEX MATCH "^([^ ]+) +([^ ]+) +(.+)$" ignored "${library}")
        set(name ${CMAKE_MATCH_1})
        set(package ${CMAKE_MATCH_2})
        set(terms ${CMAKE_MATCH_3})
        set(version NOASSERTION)
        set(reference "")
        execute_process(COMMAND dpkg-query -W -f "\${Version} \${Architecture}" ${package}
            OUTPUT_VARIABLE installed ERROR_QUIET RESULT_VARIABLE missing)
        if(NOT missing)
            string(REGEX MATCH "^([^ ]+) (.+)$" ignored "${installed}")
            set(version ${CMAKE_MATCH_1})
            string(REPLACE "+" "%2B" address "pkg:deb/debian/${package}@${version}?arch=${CMAKE_MATCH_2}")
            set(reference ", \"externalRefs\": [{\"referenceCategory\": \"PACKAGE-MANAGER\", \"referenceType\": \"purl\", \"referenceLocator\": \"${address}\"}]")
        endif()
        string(REGEX REPLACE "[^A-Za-z0-9]" "-" id ${name})
        string(APPEND packages ",\n    {\"SPDXID\": \"SPDXRef-${id}\", \"name\": \"${name}\", \"versionInfo\": \"${version}\", "
            "\"downloadLocation\": \"NOASSERTION\", \"filesAnalyzed\": false, \"licenseConcluded\": \"${terms}\", "
            "\"licenseDeclared\": \"${terms}\", \"copyrightText\": \"NOASSERTION\"${reference}}")
        string(APPEND relations ",\n    {\"spdxElementId\": \"SPDXRef-hipaa-check\", \"relationshipType\": \"STATIC_LINK\", "
            "\"relatedSpdxElement\": \"SPDXRef-${id}\"}")
        string(APPEND notices "\n\n---- ${name} (${terms})\n\n")
        if(EXISTS /usr/share/doc/${package}/copyright)
            file(READ /usr/share/doc/${package}/copyright copyright)
            string(APPEND notices "${copyright}")
        endif()
    endforeach()
    file(WRITE ${folder}/THIRD-PARTY-NOTICES "${notices}")
    file(WRITE ${folder}/hipaa-check.spdx.json "{
  \"spdxVersion\": \"SPDX-2.3\",
  \"dataLicense\": \"CC0-1.0\",
  \"SPDXID\": \"SPDXRef-DOCUMENT\",
  \"name\": \"hipaa-check-${CPACK_PACKAGE_VERSION}\",
  \"documentNamespace\": \"https://spdx.org/spdxdocs/hipaa-check-${CPACK_PACKAGE_VERSION}-${digest}\",
  \"creationInfo\": {\"created\": \"${created}\", \"creators\": [\"Organization: ${CPACK_PACKAGE_VENDOR}\"]},
  \"packages\": [
    {\"SPDXID\": \"SPDXRef-hipaa-check\", \"name\": \"hipaa-check\", \"versionInfo\": \"${CPACK_PACKAGE_VERSION}\", \"downloadLocation\": \"NOASSERTION\", \"filesAnalyzed\": false, \"primaryPackagePurpose\": \"APPLICATION\", \"licenseConcluded\": \"MIT\", \"licenseDeclared\": \"MIT\", \"copyrightText\": \"Copyright (c) 2026 the hipaa-check authors\", \"checksums\": [{\"algorithm\": \"SHA256\", \"checksumValue\": \"${digest}\"}]}${packages}
  ],
  \"relationships\": [
    {\"spdxElementId\": \"SPDXRef-DOCUMENT\", \"relationshipType\": \"DESCRIBES\", \"relatedSpdxElement\": \"SPDXRef-hipaa-check\"}${relations}
  ]
}
")
endfunction()
