/* A library that every Windows has and Wine 8 has not; Rust takes its random numbers from it. */
#include <stddef.h>

__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *, unsigned long);

__declspec(dllexport) int __stdcall ProcessPrng(void *bytes, size_t count)
{
    return SystemFunction036(bytes, (unsigned long)count);
}
