using System.Globalization;
using System.Text.Json.Nodes;
using CSharpChef.Converge;

namespace CSharpChef.Cli.Output;

/// <summary>Prints the output of one command on many machines.</summary>
internal static class CommandOutput
{
    public static void Write(IReadOnlyList<HostCommandResult> answers, bool json)
    {
        if (json)
        {
            var allSucceeded = answers.All(answer => answer.Error is null && answer.ExitCode == 0);
            Console.Out.WriteLine(new JsonObject
            {
                ["status"] = allSucceeded ? "ok" : "failed",
                ["hosts"] = new JsonArray([.. answers.Select(Json)]),
            }.ToJsonString());
            return;
        }

        foreach (var answer in answers)
        {
            Write(answer);
        }
    }

    private static void Write(HostCommandResult answer)
    {
        foreach (var line in answer.Output.TrimEnd('\n').Split('\n').Where(line => line.Length > 0))
        {
            Console.Out.WriteLine($"{Color.Bold(answer.Host)}  {line}");
        }

        if (answer.Error is { } error)
        {
            Console.Out.WriteLine($"{Color.Bold(answer.Host)}  {Color.Red(error.Message)}");
        }
        else if (answer.ExitCode != 0 && !answer.SaysWhy)
        {
            var code = answer.ExitCode?.ToString(CultureInfo.InvariantCulture) ?? "unknown";
            Console.Out.WriteLine($"{Color.Bold(answer.Host)}  {Color.Red($"exit code {code}")}");
        }
    }

    private static JsonObject Json(HostCommandResult answer) => new()
    {
        ["name"] = answer.Host,
        ["exitCode"] = answer.ExitCode,
        ["output"] = answer.Output,
        ["error"] = answer.Error?.Message,
    };
}
