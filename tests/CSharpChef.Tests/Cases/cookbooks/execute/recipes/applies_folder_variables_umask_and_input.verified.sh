text1() { variables='export A_VALUE='\''it'\''\'\'''\''s here'\''; '; }
text2() { printf '%s' given; }

action1() {
    title='execute[[ "$(pwd)" = /etc ] && [ "$A_VALUE" = "it'\''s here" ] && [ "$(umask)" = 0027 ] && [ "$(cat)" = given ]] run (recipes/applies_folder_variables_umask_and_input.csx:1)'
    execute '[ "$(pwd)" = /etc ] && [ "$A_VALUE" = "it'\''s here" ] && [ "$(umask)" = 0027 ] && [ "$(cat)" = given ]' cwd=/etc umask=027 variables=text1 input=text2
}

action2() {
    title='execute[[ "$(id -un) $HOME" = '\''daemon /usr/sbin'\'' ] && [ "$(pwd)" = / ]] run (recipes/applies_folder_variables_umask_and_input.csx:8)'
    runas=daemon
    execute '[ "$(id -un) $HOME" = '\''daemon /usr/sbin'\'' ] && [ "$(pwd)" = / ]'
}
