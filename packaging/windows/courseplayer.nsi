; The Windows installer: makensis -DVERSION=0.1.0 -DPROGRAM=folder-with-courseplayer.exe -DOUT=setup.exe courseplayer.nsi
;
; setup.exe                asks nothing but where; for all users (an administrator is asked for)
; setup.exe /CURRENTUSER   for this user only, no administrator
; setup.exe /S             silent; with /D=C:\Any Folder as the last word, unquoted
; What "courseplayer kit windows" puts beside setup.exe is copied: the courses for everybody (or this user), and
; kit.toml, its picture and policy.toml beside the program. Running it again repairs and upgrades.
; Exit codes: 0 done, 10 this Windows is too old, 11 Course Player is running, 12 something could not be written.
; What learners wrote is never touched, by the uninstaller neither.

Unicode true
Target amd64-unicode
; -DQUICK packs a quarter looser in a tenth of the time, for checks.
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
!endif
ManifestDPIAware true
!include LogicLib.nsh
!include FileFunc.nsh
!include x64.nsh
!include WinVer.nsh
!include running.nsh

!ifndef VERSION
  !error "say -DVERSION=…"
!endif
!define NAME "Course Player"
!define KEY "CoursePlayer"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${KEY}"
!define CLASS "CoursePlayer.Course"

Name "${NAME}"
OutFile "${OUT}"
RequestExecutionLevel highest
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${NAME} setup"
VIAddVersionKey LegalCopyright "Course Player project, GPL-3.0-or-later"

Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Var IsForOneUser
Var Courses

; Which courses came with a setup, a name on each line: the uninstaller takes those and no others.
!define COURSE_LIST "$INSTDIR\kit-courses.txt"

!macro Fail CODE WORDS
  MessageBox MB_OK|MB_ICONSTOP "${WORDS}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

!macro ReadScope
  SetRegView 64
  StrCpy $IsForOneUser 0
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/CURRENTUSER" $R1
  ${IfNot} ${Errors}
    StrCpy $IsForOneUser 1
  ${EndIf}
!macroend

!macro UseScope
  ; Where "courseplayer install-course" puts courses too.
  ${If} $IsForOneUser == 1
    SetShellVarContext current
    StrCpy $Courses "$LOCALAPPDATA\courseplayer\courses"
  ${Else}
    SetShellVarContext all
    StrCpy $Courses "$APPDATA\courseplayer\courses"
  ${EndIf}
!macroend

!macro RefuseWhileRunning
  !insertmacro IfRunning "$INSTDIR\courseplayer.exe"
    !insertmacro Fail 11 "Course Player is running; nothing was changed. Close it and start again."
  !insertmacro EndIfRunning
!macroend

Function .onInit
  !insertmacro ReadScope
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    !insertmacro Fail 10 "Course Player needs a 64-bit Windows 10 or newer; nothing was changed."
  ${EndIf}
  !insertmacro UseScope
  ${If} $INSTDIR == ""
    ${If} $IsForOneUser == 1
      ReadRegStr $INSTDIR HKCU "${UNINSTALL}" InstallLocation
    ${Else}
      ReadRegStr $INSTDIR HKLM "${UNINSTALL}" InstallLocation
    ${EndIf}
  ${EndIf}
  ${If} $INSTDIR == ""
    ${If} $IsForOneUser == 1
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${NAME}"
    ${Else}
      StrCpy $INSTDIR "$PROGRAMFILES64\${NAME}"
    ${EndIf}
  ${EndIf}
FunctionEnd

Section
  !insertmacro RefuseWhileRunning
  ; Files that a newer version has no more must go; courses beside the program stay.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${PROGRAM}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} ${Errors}
    !insertmacro Fail 12 "Course Player could not be written to $INSTDIR; what learners wrote is safe. Free some space or choose another folder, and start again."
  ${EndIf}
  Call CopyKit
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\courseplayer.exe"
  WriteRegStr SHCTX "Software\${KEY}" Version "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" DisplayName "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL}" DisplayVersion "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" DisplayIcon "$INSTDIR\courseplayer.exe"
  WriteRegStr SHCTX "${UNINSTALL}" Publisher "Course Player project"
  WriteRegStr SHCTX "${UNINSTALL}" InstallLocation "$INSTDIR"
  WriteRegDWORD SHCTX "${UNINSTALL}" NoModify 1
  ${If} $IsForOneUser == 1
    WriteRegStr SHCTX "${UNINSTALL}" UninstallString '"$INSTDIR\uninstall.exe" /CURRENTUSER'
    WriteRegStr SHCTX "${UNINSTALL}" QuietUninstallString '"$INSTDIR\uninstall.exe" /CURRENTUSER /S'
  ${Else}
    WriteRegStr SHCTX "${UNINSTALL}" UninstallString '"$INSTDIR\uninstall.exe"'
    WriteRegStr SHCTX "${UNINSTALL}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
  ${EndIf}
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${UNINSTALL}" EstimatedSize $0
  WriteRegStr SHCTX "Software\Classes\.course" "" "${CLASS}"
  WriteRegStr SHCTX "Software\Classes\${CLASS}" "" "Course"
  WriteRegStr SHCTX "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\courseplayer.exe,0"
  WriteRegStr SHCTX "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\courseplayer.exe" "%1"'
SectionEnd

Function CopyKit
  ${IfNot} ${FileExists} "$EXEDIR\courses\*.course"
    Return
  ${EndIf}
  CreateDirectory "$Courses"
  ClearErrors
  FileOpen $1 "${COURSE_LIST}" a
  FileSeek $1 0 END
  FindFirst $2 $3 "$EXEDIR\courses\*.course"
  ${DoWhile} $3 != ""
    FileWriteUTF16LE $1 "$3$\r$\n"
    ClearErrors
    CopyFiles /SILENT "$EXEDIR\courses\$3" "$Courses"
    ${If} ${Errors}
      !insertmacro Fail 12 "The courses could not be copied to $Courses; the program itself is installed. Free some space and start again."
    ${EndIf}
    FindNext $2 $3
  ${Loop}
  FindClose $2
  FileClose $1
  ${If} ${FileExists} "$EXEDIR\kit.toml"
    ClearErrors
    CopyFiles /SILENT "$EXEDIR\kit.toml" "$INSTDIR"
    ${If} ${FileExists} "$EXEDIR\kit-logo.*"
      CopyFiles /SILENT "$EXEDIR\kit-logo.*" "$INSTDIR"
    ${EndIf}
    ${If} ${FileExists} "$EXEDIR\policy.toml"
      CopyFiles /SILENT "$EXEDIR\policy.toml" "$INSTDIR"
    ${EndIf}
    ${If} ${Errors}
      !insertmacro Fail 12 "The settings of this kit could not be copied to $INSTDIR; program and courses are installed. Free some space and start again."
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.CopyKit
  ClearErrors
  FileOpen $1 "${COURSE_LIST}" r
  ${IfNot} ${Errors}
    ${Do}
      FileReadUTF16LE $1 $2
      ${If} ${Errors}
        ${ExitDo}
      ${EndIf}
      StrCpy $2 $2 -2
      ${If} $2 != ""
        Delete "$Courses\$2"
      ${EndIf}
    ${Loop}
    FileClose $1
  ${EndIf}
  RMDir "$Courses"
  ${If} ${FileExists} "$INSTDIR\kit.toml"
    Delete "$INSTDIR\policy.toml"
  ${EndIf}
  Delete "$INSTDIR\kit.toml"
  Delete "$INSTDIR\kit-logo.*"
  Delete "${COURSE_LIST}"
FunctionEnd

Function un.onInit
  !insertmacro ReadScope
  !insertmacro UseScope
FunctionEnd

Section Uninstall
  !insertmacro RefuseWhileRunning
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\courseplayer.exe"
  Delete "$INSTDIR\uninstall.exe"
  Call un.CopyKit
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegKey SHCTX "Software\${KEY}"
  DeleteRegKey SHCTX "Software\Classes\${CLASS}"
  ReadRegStr $0 SHCTX "Software\Classes\.course" ""
  ${If} $0 == "${CLASS}"
    DeleteRegKey SHCTX "Software\Classes\.course"
  ${EndIf}
SectionEnd
