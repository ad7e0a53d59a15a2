using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Model;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Verbs;

/// <summary><c>csharpchef model</c></summary>
internal static class ModelVerb
{
    private const string Version = "2013-02-18";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create()
    {
        var folder = new Option<string>("--aws")
        {
            HelpName = "DIR",
            Description = "The models folder of AWS clients, such as ~/.aws/models. Models of other services stay.",
            Required = true,
        };
        var command = new Command("model", """
            Write the API model files that AWS clients read.
            Current AWS clients no longer ship the OpsWorks model. With these files the AWS command line and boto3 have all its
            operations again. Needs no server.

            Examples:
              csharpchef model --aws ~/.aws/models
              csharpchef model --aws models && AWS_DATA_PATH=models aws opsworks --endpoint-url http://127.0.0.1:8800 describe-stacks
            """);
        command.Options.Add(folder);
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(folder)!, ct));
        return command;
    }

    private static async Task<int> RunAsync(string models, CancellationToken ct)
    {
        var folder = Path.Combine(models, "opsworks", Version);
        try
        {
            Directory.CreateDirectory(folder);
            await WriteAsync(
                Path.Combine(folder, "service-2.json"),
                ServiceModel.Of(OperationCatalog.Of(Operation.OpsWorks), Version),
                ct);
            await WriteAsync(Path.Combine(folder, "waiters-2.json"), Waiters.All(), ct);
            await WriteAsync(Path.Combine(folder, "paginators-1.json"), Waiters.Paginators(), ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"The models cannot be written to {folder}: {Reason.Of(e)} Name another folder with --aws.", e);
        }

        Console.Out.WriteLine(folder);
        return 0;
    }

    private static Task WriteAsync(string path, JsonObject model, CancellationToken ct) =>
        File.WriteAllTextAsync(path, model.ToJsonString(Indented) + "\n", ct);
}
