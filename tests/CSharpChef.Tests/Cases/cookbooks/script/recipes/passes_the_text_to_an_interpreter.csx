Script("in sh", s => s.Code = "set -eu\nx='it is'\ntest \"$x\" = 'it is'\ncat >/dev/null\n");
Script("in bash", s =>
{
    s.Code = "[[ $BASH_VERSION ]] && declare -a list=(1 2) && [[ ${#list[@]} = 2 ]]";
    s.Interpreter = "bash";
});
Script("as somebody", s =>
{
    s.Code = "[ \"$(id -un)\" = daemon ]";
    s.RunAs = "daemon";
});
