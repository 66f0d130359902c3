// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/maps/gdal_seclusion.h"

#include <cpl_conv.h>
#include <cpl_http.h>
#include <cpl_vsi_virtual.h>
#include <gdal.h>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>

#include <mutex>
#include <vector>

namespace exchange
{

namespace
{

constexpr const char *roads[] = {
    "/vsicurl/",
    "/vsicurl_streaming/",
    "/vsis3/",
    "/vsis3_streaming/",
    "/vsigs/",
    "/vsigs_streaming/",
    "/vsiaz/",
    "/vsiaz_streaming/",
    "/vsiadls/",
    "/vsioss/",
    "/vsioss_streaming/",
    "/vsiswift/",
    "/vsiswift_streaming/",
    "/vsiwebhdfs/",
    "/vsihdfs/",
    "/vsistdin/",
    "/vsistdout/",
    "/vsistdout_redirect/",
};

// Where a road led out of this process there is nothing any more.
class Nowhere : public VSIFilesystemHandler
{
public:
    VSIVirtualHandle *Open(const char *, const char *, bool, CSLConstList) override
    {
        return nullptr;
    }
    int Stat(const char *, VSIStatBufL *, int) override { return -1; }
};

// GDAL asks a fetcher of its own when this one gives nothing, so it gives a failure.
CPLHTTPResult *fetchNothing(
    const char *, CSLConstList, GDALProgressFunc, void *, CPLHTTPFetchWriteFunc, void *, void *)
{
    auto *const result = static_cast<CPLHTTPResult *>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("maps are read without the network");
    return result;
}

} // namespace

void secludeGdal()
{
    static std::once_flag once;
    std::call_once(once, [] {
        RegisterOGRGeoJSON();
        RegisterOGRShape();
        RegisterOGRLIBKML();
        RegisterOGRGeoPackage();
        RegisterOGRDXF();
        CPLHTTPSetFetchCallback(fetchNothing, nullptr);
        auto *const nowhere = new Nowhere; // the manager deletes it at the end
        // Whoever stood there before may still be known to somebody, and so is kept.
        static auto &former = *new std::vector<VSIFilesystemHandler *>;
        for (const char *road : roads) {
            former.push_back(VSIFileManager::GetHandler(road));
            VSIFileManager::InstallHandler(road, nowhere);
        }
        OSRSetPROJEnableNetwork(FALSE);
    });
}

void tellDrivers()
{
    constexpr const char *options[][2] = {
        {"GDAL_PAM_ENABLED", "NO"},
        {"SHAPE_RESTORE_SHX", "YES"}, // in memory, where the index lacks
        {"LIBKML_EXTERNAL_STYLE", "NO"},
        {"LIBKML_RESOLVE_STYLE", "NO"},
        {"OGR_SQLITE_PRAGMA", "trusted_schema=OFF"},
        {"OGR_SQLITE_LOAD_EXTENSIONS", nullptr},
        {"OGR_SQLITE_ALLOW_EXTERNAL_ACCESS", "NO"},
    };
    for (const auto &[name, value] : options)
        CPLSetThreadLocalConfigOption(name, value);
}

} // namespace exchange
