// A recipe of this cookbook.
// Runs as COOKBOOK::RecipeName.
Log($"{Node.Name} runs {Node.Platform.Name} {Node.Platform.Version}");
