; What the MSI asks before it changes anything: running.exe C:\Folder\courseplayer.exe ends with 11 while that runs.
; makensis -DOUT=running.exe running.nsi

Unicode true
Target amd64-unicode
SetCompressor zlib
SilentInstall silent
RequestExecutionLevel user
!include FileFunc.nsh
!include LogicLib.nsh
!include running.nsh

Name "Course Player"
OutFile "${OUT}"

Function .onInit
  ${GetParameters} $R0
  !insertmacro IfRunning "$R0"
    SetErrorLevel 11
    Quit
  !insertmacro EndIfRunning
  SetErrorLevel 0
  Quit
FunctionEnd

Section
SectionEnd
