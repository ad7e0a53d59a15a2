text1() { printf '%s' 'set -eu
x='\''it is'\''
test "$x" = '\''it is'\''
cat >/dev/null
'; }
text2() { printf '%s' '[[ $BASH_VERSION ]] && declare -a list=(1 2) && [[ ${#list[@]} = 2 ]]'; }
text3() { printf '%s' '[ "$(id -un)" = daemon ]'; }

action1() {
    title='script[in sh] run (recipes/passes_the_text_to_an_interpreter.csx:1)'
    execute /bin/sh script=text1
}

action2() {
    title='script[in bash] run (recipes/passes_the_text_to_an_interpreter.csx:2)'
    execute bash script=text2
}

action3() {
    title='script[as somebody] run (recipes/passes_the_text_to_an_interpreter.csx:7)'
    runas=daemon
    execute /bin/sh script=text3
}
