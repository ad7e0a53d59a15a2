using System.Text.RegularExpressions;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Web;

/// <summary>
/// Makes single calls with the AWS clients that users have: the AWS CLI, boto3 and the SDK for JavaScript. The result
/// is the answer, or class|code|message.
/// </summary>
internal static partial class AwsClient
{
    private const string Sdk = "@aws-sdk/client-opsworks@3.876.0";

    private static readonly string Scripts = Path.Combine(AppContext.BaseDirectory, "Web", "clients");
    private static readonly string Modules = Path.Combine(Path.GetTempPath(), $"csharpchef-{Sdk.Replace('/', '-')}");

    private static readonly SemaphoreSlim Installing = new(1, 1);

    /// <param name="variables">Environment variables of the client, each as NAME=VALUE.</param>
    public static async Task<string> CallAsync(
        string client,
        string url,
        string operation,
        string arguments,
        IEnumerable<string> variables,
        CancellationToken ct)
    {
        if (client == "js")
        {
            await InstallAsync(ct);
        }

        var command = client switch
        {
            "cli" =>
            [
                "/usr/bin/aws", "--endpoint-url", url, "--cli-read-timeout", "2", "--output", "json", "opsworks",
                KebabCase(operation), "--cli-input-json", arguments,
            ],
            "boto3" => ["/usr/bin/python3", Script("call.py"), url, KebabCase(operation).Replace('-', '_'), arguments],
            _ => new[] { "node", Script("call.mjs"), url, operation, arguments },
        };
        string[] baseVariables =
        [
            "-u",
            "AWS_SESSION_TOKEN",
            "AWS_DEFAULT_REGION=cellar-1",
            "AWS_REGION=cellar-1",
            "NO_PROXY=*"
        ];
        var result = await LocalCommand.RunAsync(["env", .. baseVariables, .. variables, .. command], "", ct);
        return client == "cli" ? OutcomeOf(result) : result.RequireSuccess(client).Trim();
    }

    public static void RequireInstalled()
    {
        TestRequirements.Require(OperatingSystem.IsLinux(), "the AWS clients are packages of Debian");
        TestRequirements.Require(
            File.Exists("/usr/bin/aws") && Directory.Exists("/usr/lib/python3/dist-packages/boto3"),
            "awscli or python3-boto3 is not installed: apt install awscli python3-boto3");
    }

    // The error output of the AWS CLI: An error occurred (CODE) when calling the X operation (reached max
    // retries: 2): MESSAGE
    private static string OutcomeOf(LocalCommand result)
    {
        var error = Error().Match(result.Errors);
        return result.ExitCode == 0
            ? Blank().Replace(result.Output, "")
            : $"exit {result.ExitCode}|{error.Groups[1]}|{error.Groups[2]}{(error.Success ? "" : result.Errors)}";
    }

    public static string KebabCase(string operation) => Capital().Replace(operation, "-$0").ToLowerInvariant();

    /// <summary>
    /// The path of a script. Scripts for Node are in the folder of its packages, so that Node finds them.
    /// </summary>
    public static string Script(string name) =>
        Path.Combine(name.EndsWith(".mjs", StringComparison.Ordinal) ? Modules : Scripts, name);

    /// <summary>Installs the SDK for JavaScript if it is missing, in one test at a time.</summary>
    public static async Task InstallAsync(CancellationToken ct)
    {
        await Installing.WaitAsync(ct);
        try
        {
            if (!Directory.Exists(Path.Combine(Modules, "node_modules", "@aws-sdk", "client-opsworks")))
            {
                Directory.CreateDirectory(Modules);
                string[] npm =
                [
                    "npm",
                    "install",
                    "--prefix",
                    Modules,
                    "--no-audit",
                    "--no-fund",
                    "--ignore-scripts",
                    "--no-save",
                    Sdk
                ];
                (await LocalCommand.RunAsync(npm, "", ct)).RequireSuccess("npm");
            }

            foreach (var script in Directory.EnumerateFiles(Scripts, "*.mjs"))
            {
                File.Copy(script, Script(Path.GetFileName(script)), overwrite: true);
            }
        }
        finally
        {
            Installing.Release();
        }
    }

    [GeneratedRegex(
        @"An error occurred \((\w+)\) when calling the \w+ operation(?: \(reached max retries: \d\))?: (.*)")]
    public static partial Regex Error();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex Capital();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
