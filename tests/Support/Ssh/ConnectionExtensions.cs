using CSharpChef.Converge.Shell;

namespace CSharpChef.TestSupport.Ssh;

/// <summary>Runs commands over a connection and returns their exit code and output.</summary>
internal static class ConnectionExtensions
{
    public static async Task<(int? Exit, string Output, string Error)> RunAsync(
        this IConnection connection, string command,
        string input = "")
    {
        await using var process = await connection.ExecAsync(command, TestContext.Current.CancellationToken);
        return await process.FinishAsync(input);
    }

    public static async Task<(int? Exit, string Output, string Error)> FinishAsync(
        this IRemoteProcess process, string input = "")
    {
        var output = new StreamReader(process.Output).ReadToEndAsync();
        var error = new StreamReader(process.Error).ReadToEndAsync();
        if (input.Length > 0)
        {
            await process.Input.WriteAsync(System.Text.Encoding.UTF8.GetBytes(input));
        }

        await process.Input.DisposeAsync();
        return (await process.Exit, await output, await error);
    }
}
