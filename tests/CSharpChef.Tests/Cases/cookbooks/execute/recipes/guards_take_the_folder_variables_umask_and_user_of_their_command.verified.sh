text1() { variables='export A_VALUE='\''it'\''\'\'''\''s here'\''; '; }
text2() { printf '%s' true; }

action1() {
    title='execute[true] run (recipes/guards_take_the_folder_variables_umask_and_user_of_their_command.csx:1)'
    runas=daemon
    guard 1 yes '[ "$(pwd) $A_VALUE $(umask) $(id -un)" = "/etc it'\''s here 0027 daemon" ]' cwd=/etc umask=027 variables=text1 || return 1
    execute true cwd=/etc umask=027 variables=text1
}

action2() {
    title='script[the same] run (recipes/guards_take_the_folder_variables_umask_and_user_of_their_command.csx:9)'
    guard 1 yes '[ "$(pwd)" = /etc ]' cwd=/etc || return 1
    execute /bin/sh cwd=/etc script=text2
}
