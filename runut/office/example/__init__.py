"""The example office, its figures moved to a year, and its nine steps walked by its acts."""
