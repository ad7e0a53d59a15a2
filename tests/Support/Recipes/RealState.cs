using CSharpChef.Converge.Shell;

namespace CSharpChef.TestSupport.Recipes;

/// <summary>Writes the shell program that prints the state that a case names on a real node.</summary>
internal static class RealState
{
    private const string Functions = """
        export LC_ALL=C
        access() { printf '%04d %s %s' "$(stat -L -c %a "$1")" "$(owner "$1" U u)" "$(owner "$1" G g)"; }
        owner() {
            name=$(stat -L -c "%$2" "$1")
            [ "$name" = UNKNOWN ] && name=$(stat -L -c "%$3" "$1")
            printf %s "$name"
        }
        inode() {
            if [ -d "$1" ]; then printf 'directory %s\n' "$(access "$1")"
            elif [ -e "$1" ]; then
                printf 'file %s %s %s\n' "$(access "$1")" "$(stat -L -c %h "$1")" "$(sha256sum <"$1" | cut -d' ' -f1)"
            else echo absent; fi
        }
        path() {
            if [ ! -L "$1" ]; then printf 'path %s %s\n' "$1" "$(inode "$1")"; return; fi
            printf 'path %s link %s\n' "$1" "$(readlink "$1")"
        }
        target() { [ ! -L "$1" ] || [ ! -e "$1" ] || printf 'target %s %s\n' "$1" "$(inode "$1")"; }
        package() {
            found=$(dpkg-query -W -f '${db:Status-Want} ${db:Status-Status} ${Version}\n' "$1" 2>/dev/null | head -n 1)
            case $found in
                *' installed '*)
                    printf 'package %s %s' "$1" "${found##* }"
                    [ -z "$(apt-mark showauto "$1" 2>/dev/null)" ] || printf ' automatic'
                    case $found in hold*) printf ' held' ;; esac
                    echo
                    ;;
                *' config-files '*) printf 'package %s leftover\n' "$1" ;;
                *) printf 'package %s absent\n' "$1" ;;
            esac
        }
        service() {
            load=$(systemctl show -p LoadState --value "$1")
            [ "$load" != not-found ] || { printf 'service %s absent\n' "$1"; return; }
            running=stopped enabled=disabled masked=
            [ "$(systemctl show -p ActiveState --value "$1")" != active ] || running=running
            [ "$(systemctl show -p UnitFileState --value "$1")" != enabled ] || enabled=enabled
            [ "$load" != masked ] || masked=' masked'
            printf 'service %s %s %s%s\n' "$1" "$running" "$enabled" "$masked"
        }
        sorted() { tr , '\n' | sed '/^$/d' | sort | paste -s -d , -; }
        user() {
            entry=$(getent passwd "$1") || { printf 'user %s absent\n' "$1"; return; }
            old=$IFS; IFS=:; set -f; set -- $entry; set +f; IFS=$old
            printf 'user %s %s %s %s %s (%s) %s [%s]\n' "$1" "$3" "$(getent group "$4" | cut -d: -f1)" "$6" "$7" "$5" \
                "$(getent shadow "$1" | cut -d: -f2)" \
                "$(awk -F: -v user="$1" '{ n = split($4, m, ","); for (i = 1; i <= n; i++) if (m[i] == user) print $1 }' /etc/group | sorted)"
            path "$6"
        }
        group() {
            entry=$(getent group "$1") || { printf 'group %s absent\n' "$1"; return; }
            printf 'group %s %s [%s]\n' "$1" "$(printf %s "$entry" | cut -d: -f3)" "$(printf %s "$entry" | cut -d: -f4 | sorted)"
        }
        parameter() {
            [ -e "/proc/sys/$1" ] || { printf 'parameter %s absent\n' "$1"; return; }
            printf 'parameter %s %s\n' "$1" "$(echo $(cat "/proc/sys/$1"))"
        }

        """;

    public static string Program(CaseState state) => Functions + string.Concat(
        state.Paths.SelectMany(path => Calls(state.Followed.Contains(path) ? ["path", "target"] : ["path"], path))
            .Concat(Calls("package", state.Packages))
            .Concat(Calls("service", state.Services))
            .Concat(Calls("user", state.Users))
            .Concat(Calls("group", state.Groups))
            .Concat(Calls("parameter", state.Parameters)));

    private static IEnumerable<string> Calls(IEnumerable<string> functions, string name) =>
        functions.Select(function => $"{function} {ShellQuote.Word(name)}\n");

    private static IEnumerable<string> Calls(string function, IEnumerable<string> names) =>
        names.Select(name => $"{function} {ShellQuote.Word(name)}\n");
}
