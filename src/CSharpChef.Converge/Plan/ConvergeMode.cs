namespace CSharpChef.Converge.Plan;

internal enum ConvergeMode
{
    /// <summary>Tests every step, and acts where the node is not in the desired state.</summary>
    Converge,

    /// <summary>
    /// Tests every step without acting. A step that would change the node counts as a change and sends its
    /// notifications.
    /// </summary>
    Plan,
}
