using System.Text.RegularExpressions;
using CSharpChef.FleetTests.Machines;

namespace CSharpChef.FleetTests.Web;

/// <summary>
/// Runs the AWS command line, boto3 and the AWS SDK for JavaScript, a process for each call. The outcome of a call is
/// its answer, or its error in the form class|code|message.
/// </summary>
internal static partial class AwsClient
{
    private const string SdkPackage = "@aws-sdk/client-opsworks@3.876.0";

    private static readonly string ScriptFolder = Path.Combine(AppContext.BaseDirectory, "Web", "clients");
    private static readonly string ModuleFolder =
        Path.Combine(Path.GetTempPath(), $"csharpchef-{SdkPackage.Replace('/', '-')}");

    private static readonly SemaphoreSlim InstallLock = new(1, 1);

    /// <param name="client">cli, boto3 or js.</param>
    /// <param name="url">The address of the server.</param>
    /// <param name="operation">The name of the operation as in the API.</param>
    /// <param name="arguments">The request as JSON.</param>
    /// <param name="variables">More environment variables of the client, each as NAME=VALUE.</param>
    /// <param name="ct">Kills the client.</param>
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
                "/usr/bin/aws", "--endpoint-url", url, "--cli-read-timeout", "2", "--output", "json",
                "opsworks", CommandName(operation), "--cli-input-json", arguments,
            ],
            "boto3" =>
            [
                "/usr/bin/python3", PathOfScript("call.py"), url, CommandName(operation).Replace('-', '_'), arguments,
            ],
            _ => new[] { "node", PathOfScript("call.mjs"), url, operation, arguments },
        };
        string[] environment =
        [
            "-u",
            "AWS_SESSION_TOKEN",
            "AWS_DEFAULT_REGION=cellar-1",
            "AWS_REGION=cellar-1",
            "NO_PROXY=*"
        ];
        var result = await LocalCommand.RunAsync(["env", .. environment, .. variables, .. command], "", ct);
        return client == "cli" ? OutcomeOf(result) : result.ExpectSuccess(client).Trim();
    }

    public static void SkipUnlessInstalled()
    {
        Prerequisite.Require(OperatingSystem.IsLinux(), "the AWS clients are installed from Debian packages");
        Prerequisite.Require(
            File.Exists("/usr/bin/aws") && Directory.Exists("/usr/lib/python3/dist-packages/boto3"),
            "the Debian packages awscli and python3-boto3 are not installed");
    }

    // The command line prints an error as: An error occurred (CODE) when calling the X operation (reached max
    // retries: 2): MESSAGE
    private static string OutcomeOf(LocalCommand result)
    {
        var error = ErrorPattern().Match(result.Errors);
        return result.ExitCode == 0
            ? BlankPattern().Replace(result.Output, "")
            : $"exit {result.ExitCode}|{error.Groups[1]}|{error.Groups[2]}{(error.Success ? "" : result.Errors)}";
    }

    /// <summary>The name of an operation on the AWS command line: describe-stacks for DescribeStacks.</summary>
    public static string CommandName(string operation) => CapitalPattern().Replace(operation, "-$0").ToLowerInvariant();

    /// <summary>The path of a script. A script for Node is in the folder of the SDK, so that it finds it.</summary>
    public static string PathOfScript(string name) =>
        Path.Combine(name.EndsWith(".mjs", StringComparison.Ordinal) ? ModuleFolder : ScriptFolder, name);

    /// <summary>Installs the SDK for JavaScript unless it is installed. Only one caller installs at a time.</summary>
    public static async Task InstallAsync(CancellationToken ct)
    {
        await InstallLock.WaitAsync(ct);
        try
        {
            if (!Directory.Exists(Path.Combine(ModuleFolder, "node_modules", "@aws-sdk", "client-opsworks")))
            {
                Directory.CreateDirectory(ModuleFolder);
                string[] npm =
                [
                    "npm",
                    "install",
                    "--prefix",
                    ModuleFolder,
                    "--no-audit",
                    "--no-fund",
                    "--ignore-scripts",
                    "--no-save",
                    SdkPackage
                ];
                (await LocalCommand.RunAsync(npm, "", ct)).ExpectSuccess("npm");
            }

            foreach (var script in Directory.EnumerateFiles(ScriptFolder, "*.mjs"))
            {
                File.Copy(script, PathOfScript(Path.GetFileName(script)), overwrite: true);
            }
        }
        finally
        {
            InstallLock.Release();
        }
    }

    [GeneratedRegex(
        @"An error occurred \((\w+)\) when calling the \w+ operation(?: \(reached max retries: \d\))?: (.*)")]
    public static partial Regex ErrorPattern();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex CapitalPattern();

    [GeneratedRegex(@"\s+")]
    private static partial Regex BlankPattern();
}
