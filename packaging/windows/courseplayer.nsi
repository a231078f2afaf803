; The Windows installer: makensis -DVERSION=0.1.0 -DPROGRAM=folder-with-courseplayer.exe -DOUT=setup.exe courseplayer.nsi
;
; setup.exe                asks nothing but where; for all users (an administrator is asked for)
; setup.exe /CURRENTUSER   for this user only, no administrator
; setup.exe /S             silent; with /D=C:\Any Folder as the last word, unquoted
; A folder "courses" beside setup.exe is copied for everybody. Running it again repairs and upgrades.
; Exit codes: 0 done, 10 this Windows is too old, 11 Course Player is running, 12 something could not be written.
; What learners wrote is never touched, by the uninstaller neither.

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
ManifestDPIAware true
!include LogicLib.nsh
!include FileFunc.nsh
!include x64.nsh
!include WinVer.nsh

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
  ${If} $IsForOneUser == 1
    SetShellVarContext current
  ${Else}
    SetShellVarContext all
  ${EndIf}
!macroend

; A program that runs cannot be opened for writing.
!macro RefuseWhileRunning
  ${If} ${FileExists} "$INSTDIR\courseplayer.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\courseplayer.exe" a
    ${If} ${Errors}
      !insertmacro Fail 11 "Course Player is running; nothing was changed. Close it and start again."
    ${EndIf}
    FileClose $0
  ${EndIf}
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
  ${If} ${FileExists} "$EXEDIR\courses\*.course"
    CreateDirectory "$INSTDIR\courses"
    CopyFiles /SILENT "$EXEDIR\courses\*.course" "$INSTDIR\courses"
    ${If} ${Errors}
      !insertmacro Fail 12 "The courses could not be copied to $INSTDIR\courses; the program itself is installed. Free some space and start again."
    ${EndIf}
  ${EndIf}
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

Function un.onInit
  !insertmacro ReadScope
  !insertmacro UseScope
FunctionEnd

Section Uninstall
  !insertmacro RefuseWhileRunning
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\courseplayer.exe"
  Delete "$INSTDIR\uninstall.exe"
  Delete "$INSTDIR\courses\*.course"
  RMDir "$INSTDIR\courses"
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
