/* python.exe for the Wine check: the wheel that brings python311.dll has none. */
#include <wchar.h>

extern int Py_Main(int, wchar_t **);

int wmain(int count, wchar_t **words)
{
    return Py_Main(count, words);
}
