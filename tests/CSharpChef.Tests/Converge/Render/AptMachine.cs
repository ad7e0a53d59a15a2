using CSharpChef.Converge.Plan;
using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Render;

/// <summary>
/// A folder with programs in place of dpkg and apt, which answer from files, to run programs in a real shell.
/// </summary>
internal sealed class AptMachine : IDisposable
{
    // The functions read what is installed from the folder "db", and write what they are asked to do to the file "log".
    private const string Programs = """
        #!/bin/sh
        name=${0##*/}
        cd "${0%/*}" || exit 9
        case $name in
            dpkg-query)
                [ ! -e broken ] || { echo "dpkg-query: error: parsing file" >&2; exit 2; }
                case $3 in '${db:Status-Abbrev} ${Package}'*)
                    sed 's/^\([^|]*\)|[^|]*|\([^|]*\)|.*/\2 \1/' db/* && exit
                esac
                shift 3
                if [ $# = 0 ]; then cat provides; exit; fi
                shift
                code=0
                for name; do
                    # The real one does not find a package for all architectures under the name with one.
                    case $name in *:*) row="|${name#*:}|" ;; *) row= ;; esac
                    grep -F -- "$row" "db/${name%%:*}" 2>/dev/null || code=1
                done
                exit $code
                ;;
            dpkg)
                [ "$1" != --print-architecture ] || { echo amd64; exit; }
                read -r line
                echo "dpkg $* $line" >>log
                ;;
            apt-mark) echo "apt-mark $*" >>log ;;
            apt-cache) cat policy ;;
            apt-get)
                while case $1 in -qy) ;; -o) shift ;; *) false ;; esac do shift; done
                echo "apt-get $*" >>log
                case "$*" in -s*) cat refusal 2>/dev/null && exit 100; cat simulation; exit ;; esac
                case " $* " in *" $(cat refused) "*) exit 100 ;; esac
                case " $* " in *" --no-remove "*" $(cat remover) "*)
                    echo "E: Packages need to be removed but remove is disabled."
                    exit 100
                    ;;
                esac
                cp owed pending 2>/dev/null
                [ ! -e stuck ] || read -r _ <stuck
                cp -r after/. db/
                if [ -e signal ]; then read -r _ process _ <holder && kill -s USR1 "$process"; fi
                code=$(cat code)
                [ ! -e next ] || { cp -r next/. . && rm -r next; }
                exit "$code"
                ;;
        esac
        """;

    private readonly ProgramFolder folder = new();

    public AptMachine()
    {
        foreach (var name in new[] { "dpkg-query", "dpkg", "apt-mark", "apt-cache", "apt-get" })
        {
            Write(name, Programs + "\n");
            LocalShell.Run("chmod", "755", In(name));
        }

        Directory.CreateDirectory(In("db"));
        Directory.CreateDirectory(In("after"));
        Write("provides", "").Write("policy", "").Write("code", "0").Write("log", "").Write("refused", "none")
            .Write("remover", "none").Write("simulation", "");
    }

    /// <summary>Functions of the program that the test replaces.</summary>
    public string Replacements { get; set; } = "";

    public IReadOnlyList<string> Log => File.ReadAllLines(In("log"));

    /// <summary>The notifications that were pending when apt-get ran last.</summary>
    public string PendingAtApt => File.ReadAllText(In("pending"));

    public void Dispose() => folder.Dispose();

    /// <summary>A path in the folder of the machine.</summary>
    public string In(string name) => folder.In(name);

    /// <summary>Makes each change by apt-get last until it is killed.</summary>
    public AptMachine GetsStuck()
    {
        LocalShell.Run("mkfifo", In("stuck"));
        return this;
    }

    /// <summary>Sets the state of a package after the second change by apt-get, which then ends with 0.</summary>
    public AptMachine ThenGets(string name, string state) =>
        Write("next/code", "0").Write($"next/after/{name}", $"{name}|all|{state.PadRight(3)}|1.0\n");

    public AptMachine Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(name))!);
        File.WriteAllText(In(name), text);
        return this;
    }

    /// <summary>Sets the state of a package, such as <c>ii</c>, as dpkg keeps it.</summary>
    public AptMachine Has(string name, string state, string version = "1.0", string architecture = "all") =>
        Write($"db/{name}", $"{name}|{architecture}|{state.PadRight(3)}|{version}\n");

    /// <summary>Sets the state that a package has when apt-get has run.</summary>
    public AptMachine Gets(string name, string state, string version = "1.0") =>
        Write($"after/{name}", $"{name}|all|{state.PadRight(3)}|{version}\n");

    /// <summary>Adds to what apt-cache answers; the first version is the one that apt prefers.</summary>
    public AptMachine Offers(string name, params string[] versions) =>
        Write("policy", File.ReadAllText(In("policy"))
            + $"{name}:\n  Installed: (none)\n  Candidate: {versions.FirstOrDefault("(none)")}\n  Version table:\n"
            + string.Concat(versions.Select(version => $"     {version} 500\n        500 file:/repo ./ Packages\n")));

    public IReadOnlyList<string> Converge(string shell, params Resource[] resources) =>
        Run(shell, "converge", Planned(resources));

    public IReadOnlyList<string> Plan(string shell, params Resource[] resources) =>
        Run(shell, "plan", Planned(resources));

    /// <summary>Plans resources behind a barrier before which something would change.</summary>
    public IReadOnlyList<string> PlanAfter(string shell, string change, params Resource[] resources) =>
        Run(shell, "plan", Planned(resources) with { ChangesBefore = [change] });

    private static ConvergePlan Planned(Resource[] resources) => StepResource.Plan(FakeNode.Debian12(), resources);

    /// <summary>Runs a program and returns what it reports of its actions.</summary>
    private IReadOnlyList<string> Run(string shell, string mode, ConvergePlan plan)
    {
        var beginning = $"""
            PATH={folder.Folder}:$PATH
            dpkg() {"{"} "{In("dpkg")}" "$@"; {"}"}
            await_manager() {"{ :; }"}
            update_lists() {"{ :; }"}
            has_updates() {"{ false; }"}
            expects_newer_lists() {"{ false; }"}
            {Replacements}
            """;
        var program = ProgramFolder.Render(plan).Text
            .Replace("/var/lib/dpkg/arch", In("arch"), StringComparison.Ordinal)
            .Replace("/var/lib/apt/extended_states", In("extended_states"), StringComparison.Ordinal);
        return [.. folder.Run(shell, program, mode, beginning)
            .Where(line => line.Split(' ')[0] is "did" or "why" or "note" or "changed" or "unchanged" or "failed" or "kept")];
    }

}
