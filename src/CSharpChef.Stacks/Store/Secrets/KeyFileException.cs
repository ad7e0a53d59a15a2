namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>The file of the master keys cannot be used: the operator must mend it.</summary>
internal sealed class KeyFileException(string path, string problem, string help, Exception? inner = null)
    : StoreException($"{path} {problem}: {help}.", inner)
{
    /// <summary>The message for anybody: without the folder of the file, and without a full stop.</summary>
    public string Summary => Message.Replace(path, Path.GetFileName(path), StringComparison.Ordinal).TrimEnd('.');
}
