using System.Globalization;
using System.Runtime.InteropServices;

namespace CSharpChef.Benchmarks;

/// <summary>Makes <c>docs/performance.md</c> of measured tables.</summary>
internal static class PerformancePage
{
    public static string Of(DateTimeOffset when, IEnumerable<string> tables) =>
        string.Create(CultureInfo.InvariantCulture, $"""
        # Performance

        Measured on {when:yyyy-MM-dd} on {Machine()}. Managed hosts are containers on the same machine, whose processors do the
        work of both sides: compare the ratios, not the times.

        To repeat the measurement as root on Linux: `dotnet run --project tests/CSharpChef.Benchmarks -c Release -- --write` (`--help` names the scenarios).

        - *ssh script* is the lower bound: OpenSSH connects and runs a hand-written shell script that reads the same state. The script
          compares nothing and changes nothing. *ssh true* only connects.
        - *x NAME* is the median time divided by the median time of NAME, and *CPU x* beside it is the same ratio for the processor time on
          the controlling machine. *peak MB* is the most memory that the process used.
        - The commands of a table run alternately, each time as a new process with a new connection.

        ## Optimization of our own C#

        A command's start is mostly the work of the just-in-time compiler, and optimized C# gives it more: structs for the states of async
        methods, which no image holds compiled. So a project is optimized (`OptimizedProjects` in `Directory.Build.props`) unless a paired
        start-up run of `show resources` gains 5 ms or more without it. Measured on 2026-11-29, 41 pairs:

        | project | start-up when optimized | choice |
        | :--- | :--- | :--- |
        | Converge and Recipes | 5 ms slower (ratio 1.04, 0.997 to 1.085; processor time 1.05); 100 evaluations in one process take the same time | not optimized |
        | Cli and Client | 7 ms more processor time together with the two above (ratio 1.06, 1.031 to 1.083) | not optimized |
        | Stacks and Web | their code runs in a server, which starts once | optimized |

        Two more rules for what every command runs through:

        - Generic code of the framework over structs (LINQ over `int`, over tuples, over key-value pairs) is in no image: each process compiles
          it again, at 0.1 ms a method. There, classes and plain loops are used. `DOTNET_JitStdOutFile=FILE DOTNET_JitDisasmSummary=1` lists
          what a command compiles.
        - Event sources are off (`EventSourceSupport`): they cost 4 % of the processor time of a converge and 8 % of `--version`.

        {string.Join('\n', tables)}
        """);

    public static string OfServer(DateTimeOffset when, string tables) =>
        string.Create(CultureInfo.InvariantCulture, $"""
        # Performance of the server

        Measured on {when:yyyy-MM-dd} on {Machine()}. The server is one process with SQLite, and the
        load comes from the same machine. The time of a call begins when the call is due, so it includes the time that the call waits to be sent.

        To repeat the measurement: `dotnet run --project tests/CSharpChef.Benchmarks -c Release -- server --write`.
        {tables.TrimEnd()}

        ## The fleet

        Measured on 2026-12-01 on a machine of the same kind. The machines run on it too, and use its processors: with 100 of them, half of the time is theirs.

        | Configure on 100 registered machines without systemd, a recipe with one file |  |
        | :--- | ---: |
        | from the call of `csharpchef event trigger --wait` to the last end, median of 3 | 12.1 s |
        | the longest | 12.3 s |

        | 200 online and 1,000 stopped instances |  |
        | :--- | ---: |
        | memory of the server, without workers | 285 MB |

        | Start of 20 local instances with a Setup of 50 resources, medians of 5 |  |
        | :--- | ---: |
        | by the server, until all are online | 34.3 s |
        | the machines alone, by their provider | 5.8 s |
        | csharpchef converge alone | 24.1 s |
        | the share of the server itself | 14 % |
        To repeat it as root: `dotnet run --project tests/CSharpChef.Benchmarks -c Release -- fleet --runs 3`, and `local --runs 5` in its place for the last table.

        ## An hour with strangers and killed servers

        Measured on 2026-11-30 on a machine of the same kind, on which builds and tests of the lowest priority ran too. Two servers share PostgreSQL and
        Redis. Twenty users make ten calls a second each, one in five of which is a change; a hundred strangers with connections and addresses of
        their own call with wrong tokens; sixty more, with the address of the users, send calls and never the end of their bodies. Every four minutes
        the first server is killed and started again. The time of a call begins when it is due.

        | 60 minutes |  |
        | :--- | ---: |
        | calls of users | 719,980 |
        | calls of users that were answered 503 | 0 |
        | refused calls of strangers | 1,781,740 |
        | closed connections of silent strangers | 59,236 |
        | median and p99 of the calls of users | 20 ms, 84 ms |
        | the same in the 30 s after a kill | 24 ms, 559 ms |
        | lost changes, broken connections to a server that was not killed | 0, 0 |
        | most memory of the server that was not killed | 248 MB |
        | its memory of the last 4 minutes divided by that around the tenth minute | 1.02 |

        To repeat it: `CSHARPCHEF_FLEET=1 CSHARPCHEF_SOAK=60 dotnet tests/CSharpChef.FleetTests/bin/Release/net10.0/CSharpChef.FleetTests.dll -class '*.SoakTests'`
        after a build for Release; `CSHARPCHEF_BINARY` names a published program to use for the servers.
        """);

    private static string Machine()
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(
            line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
        return string.Create(CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} processors ({model ?? "unknown"}), {memory:F0} GB, Linux {Environment.OSVersion.Version}, {RuntimeInformation.FrameworkDescription}");
    }
}
