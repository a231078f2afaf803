; A program that runs cannot be opened for writing; what stands between these two is done then. Changes $0.

!macro IfRunning PROGRAM
  ${If} ${FileExists} "${PROGRAM}"
    ClearErrors
    FileOpen $0 "${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $0
    ${Else}
!macroend

!macro EndIfRunning
    ${EndIf}
  ${EndIf}
!macroend
