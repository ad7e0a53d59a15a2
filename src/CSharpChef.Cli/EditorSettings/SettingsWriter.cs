using System.Text;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Cli.EditorSettings;

/// <summary>Writes files of settings, each as a whole, and tells what became of it.</summary>
/// <param name="isPrinted">True to write nothing.</param>
internal sealed class SettingsWriter(bool isPrinted)
{
    public SettingsResult Apply(SettingsFile file)
    {
        try
        {
            var old = File.Exists(file.Path) ? SettingsText.Of(File.ReadAllBytes(file.Path)) : null;
            return Apply(file, old, file.Merge(old?.Text));
        }
        catch (DecoderFallbackException)
        {
            return Refused(file, MergedText.ToAdd(file.Merge(null).Text, "it is not a text in UTF-8"));
        }
        catch (Exception e) when (FileFault.In(e) is { } fault)
        {
            throw new RecipeException(
                $"{ShownPath.Of(file.Path)} cannot be written: {Reason.Of(fault)} Correct that and set up again, or see the settings with --print.",
                e);
        }
    }

    private SettingsResult Apply(SettingsFile file, SettingsText? old, MergedText merged)
    {
        if (merged.Refusal is not null)
        {
            return Refused(file, merged);
        }

        var isWritten = merged.Text != old?.Text;
        if (isWritten && !isPrinted)
        {
            Write(file.Path, (old ?? new SettingsText("")).BytesOf(merged.Text));
        }

        var state = isWritten ? SettingsState.Written : SettingsState.Unchanged;
        return new SettingsResult(file.Path, state, merged.Text) { Note = merged.Note };
    }

    private static SettingsResult Refused(SettingsFile file, MergedText merged) =>
        new(file.Path, SettingsState.Refused, merged.Text) { Refusal = merged.Refusal, Note = merged.Note };

    private static void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        WholeFile.Replace(FileLink.TargetOf(path), stream => stream.Write(bytes));
    }
}
