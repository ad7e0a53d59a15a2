using System.CommandLine;

namespace CSharpChef.Cli.Verbs;

/// <summary><c>csharpchef completion</c></summary>
internal static class CompletionVerb
{
    // csharpchef prints the completions for the arguments [suggest:POSITION] "LINE".
    private const string Bash = """
        _csharpchef() {
          local line="${COMP_LINE:0:COMP_POINT}" breaks="${COMP_WORDBREAKS//[^:=]/}" word begin='' found
          word="${line##*[[:space:]]}"
          # Bash replaces only what follows the last of these letters in the word; @ stays, though it breaks words too.
          [ -z "$breaks" ] || begin="${word%"${word##*["$breaks"]}"}"
          COMPREPLY=()
          while IFS= read -r found; do
            [[ $found == "$word"* ]] || continue
            printf -v found %q "${found#"$begin"}"
            COMPREPLY+=("$found")
          done < <(csharpchef "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
        }
        complete -o default -F _csharpchef csharpchef
        """;

    private const string Zsh = """
        #compdef csharpchef
        _csharpchef() {
          local -a found
          found=(${(f)"$(csharpchef "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)"})
          compadd -a found || _files
        }
        # The first time it is the completion itself, when it is in a folder of fpath.
        if [[ ${funcstack[1]} == _csharpchef ]]; then _csharpchef "$@"; else compdef _csharpchef csharpchef; fi
        """;

    private const string Fish = """
        function __csharpchef
          set -l line (commandline -cp)
          set -l found (csharpchef "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
          string match -q -- (commandline -ct)'*' $found
          and printf '%s\n' $found
          or __fish_complete_path (commandline -ct)
        end
        complete -c csharpchef -f -a '(__csharpchef)'
        """;

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish." };
        var command = new Command("completion", """
            Print a script that completes commands in a shell.
            It completes options, recipes, hosts and groups from files, and stacks, layers, instances and apps from the
            server, whose answers are kept for a minute. It runs no inventory program and asks for no password.

            Examples:
              source <(csharpchef completion bash)
              csharpchef completion fish > ~/.config/fish/completions/csharpchef.fish
              csharpchef completion zsh > ~/.zfunc/_csharpchef           # a folder of fpath
            """);
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        command.Arguments.Add(shell);
        command.SetAction(
            parsed => Console.Out.WriteLine(parsed.GetValue(shell) switch { "bash" => Bash, "zsh" => Zsh, _ => Fish }));
        return command;
    }
}
