using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Inventory;

/// <summary>Reads an inventory: a JSON file, or what a program prints.</summary>
internal static class InventoryFile
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task<HostInventory> LoadAsync(string? path, CancellationToken ct) =>
        path is null ? HostInventory.Empty : Parse(path, await ReadAsync(path, ct));

    public static HostInventory Parse(string source, string json)
    {
        try
        {
            var document = JsonSerializer.Deserialize(json, InventoryJson.Default.InventoryDocument)
                ?? new InventoryDocument();
            return new HostInventory(
                source,
                document.Hosts.ToDictionary(host => host.Key, host => host.Value.Over(document.Defaults)),
                new InventoryAttributes(document, source, json));
        }
        catch (JsonException e)
        {
            throw new UsageException(
                $"{source}({e.LineNumber + 1},{e.BytePositionInLine + 1}): this is not an inventory: {e.Message.Split(" Path:")[0]}",
                e);
        }
    }

    private static async Task<string> ReadAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"there is no inventory {path}");
        }

        return IsProgram(path) ? await RunAsync(path, ct) : await File.ReadAllTextAsync(path, ct);
    }

    private static bool IsProgram(string path) => OperatingSystem.IsWindows()
        ? Path.GetExtension(path) is ".exe" or ".cmd"
        : (File.GetUnixFileMode(
            path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;

    private static async Task<string> RunAsync(string path, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        try
        {
            using var process =
                Process.Start(new ProcessStartInfo(Path.GetFullPath(path)) { RedirectStandardOutput = true })!;
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0
                ? output
                : throw new UsageException($"the inventory program {path} ended with exit code {process.ExitCode}");
        }
        catch (Win32Exception e)
        {
            throw new UsageException($"cannot run the inventory program {path}: {e.Message}", e);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new UsageException($"the inventory program {path} did not end within {Limit.TotalSeconds:0} seconds");
        }
    }
}
