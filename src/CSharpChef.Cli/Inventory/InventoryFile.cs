using System.ComponentModel;
using System.Diagnostics;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Cli.Inventory;

/// <summary>Reads an inventory: a JSON file, or what a program prints.</summary>
internal static class InventoryFile
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private const int MostOutput = 64 * 1024 * 1024;

    public static async Task<HostInventory> LoadAsync(string? path, CancellationToken ct) =>
        path is null ? HostInventory.Empty : Parse(SourceOf(path), await ReadAsync(path, ct));

    public static HostInventory Parse(string source, string json)
    {
        var document = new InventoryReader(source, json).Read();
        return new HostInventory(
            source,
            document.Hosts.ToDictionary(host => host.Key, host => host.Value.Over(document.Defaults)),
            new InventoryAttributes(document, source, json));
    }

    /// <summary>The hosts of an inventory that is a file; null for one that is a program, which is not run.</summary>
    public static HostInventory? LoadWithoutRunning(string path) =>
        BrokenLink.IsFile(path) && !IsProgram(path) ? Parse(SourceOf(path), File.ReadAllText(path)) : null;

    private static string SourceOf(string path) =>
        BrokenLink.IsFile(path) && IsProgram(path) ? $"the output of {ShownPath.Of(path)}" : ShownPath.Of(path);

    private static async Task<string> ReadAsync(string path, CancellationToken ct)
    {
        if (Directory.Exists(path))
        {
            throw new UsageException($"the inventory {path} is a folder: name a file in it");
        }

        if (!BrokenLink.IsFile(path))
        {
            throw new UsageException($"there is no inventory {path}{BrokenLink.Note(path)}");
        }

        if (!IsProgram(path))
        {
            var text = await File.ReadAllTextAsync(path, ct);
            return !text.StartsWith("#!", StringComparison.Ordinal) ? text : throw new UsageException(
                $"{ShownPath.Of(path)}:1:1: the inventory is a program (it begins with #!) that may not be run: chmod +x {ShellQuote.Word(path)}");
        }

        return FileOwner.Distrust(path) is { } reason
            ? throw new UsageException($"the inventory program {path} is not run, since {reason}: make it yours (chown, chmod go-w)")
            : await RunAsync(path, ct);
    }

    private static bool IsProgram(string path) => OperatingSystem.IsWindows()
        ? Path.GetExtension(path) is ".exe" or ".cmd"
        : (File.GetUnixFileMode(
            path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;

    private static async Task<string> RunAsync(string path, CancellationToken ct)
    {
        var start = new ProcessStartInfo(Path.GetFullPath(path)) { RedirectStandardOutput = true };
        try
        {
            var program = new LimitedProgram(start, Limit, TimeProvider.System) { MostOutput = MostOutput };
            var end = await program.RunAsync("", ct);
            return end.ExitCode == 0
                ? end.Output
                : throw new UsageException($"the inventory program {path} ended with exit code {end.ExitCode}");
        }
        catch (Win32Exception e)
        {
            throw new UsageException(
                $"cannot run the inventory program {path}: {e.Message}\na program needs a first line such as #!/bin/sh; when it is JSON, say so: chmod -x {ShellQuote.Word(path)}", e);
        }
        catch (Exception e) when (e is TimeoutException or InvalidDataException)
        {
            throw new UsageException($"the inventory program {path} {e.Message}", e);
        }
    }
}
