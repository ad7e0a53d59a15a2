using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Retention;

/// <summary>Reads how long accounts stay on machines that are not wanted any more.</summary>
internal static class LoginRetention
{
    /// <summary>The days; 30 unless somebody has set others.</summary>
    public static async Task<int> DaysAsync(StoreSession store) =>
        (await store.FindAsync<RetentionSettings>(RetentionSettings.Only))?.LoginDays
            ?? RetentionSettings.Default.LoginDays!.Value;
}
