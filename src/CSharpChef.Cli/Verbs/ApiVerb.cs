using System.CommandLine;
using System.Text.Json;
using CSharpChef.Cli.Nouns.Requests;
using CSharpChef.Cli.Options;
using CSharpChef.Client.Calls;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Verbs;

/// <summary><c>csharpchef api</c></summary>
internal static class ApiVerb
{
    public static Command Create()
    {
        var operation = new Argument<string?>("OPERATION")
        {
            Description = "An operation, such as DescribeStacks. Default: list all.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var body = new Argument<string>("JSON")
        {
            Description = "The request: JSON, @FILE, or - for standard input.",
            DefaultValueFactory = _ => "{}"
        };
        var server = new ProfileOptions();
        var command = new Command("api", """
            Call an operation of the server's API.
            Prints the answer as the server sent it.

            Examples:
              csharpchef api
              csharpchef api DescribeStacks
              csharpchef api CreateStack @stack.json
              csharpchef api DescribeLayers '{"StackId": "0197..."}'
            """);
        command.Arguments.Add(operation);
        command.Arguments.Add(body);
        server.AddTo(command);
        command.SetAction((parsed, ct) => parsed.GetValue(operation) is { } name
            ? CallAsync(name, parsed.GetValue(body)!, () => server.Client(parsed), ct)
            : Task.FromResult(List()));
        return command;
    }

    private static async Task<int> CallAsync(string operation, string typed, Func<ApiClient> open, CancellationToken ct)
    {
        var target = ApiTargets.Of(operation);
        var request = TypedText.Read(typed).Text;
        CheckJson(request);
        using var api = open();
        Console.Out.WriteLine(await api.SendAsync(target, request, ct));
        return 0;
    }

    private static void CheckJson(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text);
        }
        catch (JsonException e)
        {
            throw new UsageException($"the request is not valid JSON: {e.Message}", e);
        }
    }

    private static int List()
    {
        foreach (var operation in OperationCatalog.All.OrderBy(operation => operation.Name, StringComparer.Ordinal))
        {
            Console.Out.WriteLine($"{operation.Name,-36} {operation.Description}");
        }

        return 0;
    }
}
